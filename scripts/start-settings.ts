import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { StartProblem } from "./start-problem";

/** What only the start needs to know; everything else is lib/settings.ts. */
export type StartSettings = {
  host: string;
  port: number;
  /** Absolute. */
  dataFolder: string;
  /** Undefined: the embedded database. */
  databaseUrl: string | undefined;
  appDatabaseUrl: string | undefined;
  /** Address for this machine's own use, and for people when HABEAS_BASE_URL does not say better. */
  localAddress: string;
  baseUrl: string;
  /** Example organisations are wanted. */
  demo: boolean;
  /** Nobody but this machine can get in, and the database is our own: demo sign-ins may exist. */
  private: boolean;
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[|\]$/g, "")) || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function portFrom(given: string | undefined): number {
  const port = Number(given ?? 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartProblem(`PORT must be a number from 1 to 65535, not "${given}".`);
}

/** Reads `.env` where there is one; what is set already stays. */
export function readEnvironmentFile(root: string): void {
  const file = resolve(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export function startSettings(variables: Readonly<Record<string, string | undefined>>): StartSettings {
  const host = variables.HOST || "127.0.0.1";
  const port = portFrom(variables.PORT || undefined);
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "127.0.0.1" : host;
  const localAddress = `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
  const baseUrl = variables.HABEAS_BASE_URL || localAddress;
  if (!URL.canParse(baseUrl))
    throw new StartProblem("HABEAS_BASE_URL must be the address people see, like https://privacy.example.org");
  const databaseUrl = variables.DATABASE_URL || undefined;
  const behindProxy = Number(variables.TRUSTED_PROXIES || 0) > 0;
  return {
    host,
    port,
    dataFolder: resolve(variables.HABEAS_DATA_DIR || ".data"),
    databaseUrl,
    appDatabaseUrl: variables.DATABASE_APP_URL || undefined,
    localAddress,
    baseUrl,
    demo: variables.HABEAS_DEMO !== "0",
    // A proxy on the same machine makes the loopback public: the address people see gives it away.
    private: isLoopback(host) && isLoopback(new URL(baseUrl).hostname) && !behindProxy && !databaseUrl,
  };
}

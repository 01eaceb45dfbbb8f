// Everything that an installation may choose, read from the environment once. See .env.example for the words.
import { z } from "zod";

const SECRET_MIN_LENGTH = 32;

/** What people leave in place from examples. Compared without case, signs and digits, however often repeated. */
const KNOWN_SECRETS = ["changeme", "secret", "password", "habeas", "example", "default", "test", "yoursecrethere"];

function isKnown(secret: string): boolean {
  const letters = secret.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (new Set(secret).size < 8) return true;
  return KNOWN_SECRETS.some((word) => letters.replaceAll(word, "") === "");
}

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, "must look like postgresql://user:password@host:5432/name");

/** Host names, each with a port or without, separated by commas or spaces; a leading `*.` means everything below. */
const hostList = z
  .string()
  .default("")
  .transform((text) =>
    text
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .refine(
    (hosts) => hosts.every((host) => /^(\*\.)?([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/.test(host)),
    "must be host names separated by commas, like crm.example.org, *.example.net:8443",
  );

const environment = z.object({
  HABEAS_DATABASE_URL: databaseUrl,
  HABEAS_OWNER_DATABASE_URL: databaseUrl.optional(),
  HABEAS_SECRET: z
    .string()
    .min(SECRET_MIN_LENGTH, {
      error: `is too short: at least ${SECRET_MIN_LENGTH} characters, for example from: openssl rand -base64 32`,
      abort: true,
    })
    .refine((secret) => !isKnown(secret), "is an example that everybody knows: make one with: openssl rand -base64 32"),
  HABEAS_DATA_DIR: z.string().min(1).default(".data"),
  HABEAS_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be the address people see, like https://privacy.example.org" })
    .transform((address) => address.replace(/\/+$/, ""))
    .default("http://127.0.0.1:3000"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must look like smtps://user:password@mail.example.org:465")
    .optional(),
  TRUSTED_PROXIES: z.coerce
    .number("must be how many proxies of yours stand in front: 0, 1, 2 …")
    .int("must be a whole number")
    .min(0, "cannot be negative")
    .default(0),
  HABEAS_OUTBOUND_HOSTS: hostList,
  HABEAS_OUTBOUND_PRIVATE_HOSTS: hostList,
  HABEAS_DEMO: z.enum(["0", "1"], "must be 0 or 1").default("1"),
});

export type Settings = {
  /** The app's own role: never the owner of the tables. */
  databaseUrl: string;
  /** The owner, for migrations and the queue. The web process does not get it. */
  ownerDatabaseUrl: string | undefined;
  /** At least 32 characters. Every key of the portal is derived from it by HKDF; it is never used itself. */
  secret: string;
  /** Folder of what is not in the database: stored files, letters that wait for SMTP. */
  dataDir: string;
  /** The address people see, without a slash at the end. */
  baseUrl: string;
  /** Undefined: letters wait in the outbox. */
  smtpUrl: string | undefined;
  /** How many X-Forwarded-For entries, counted from the right, were written by our own proxies. */
  trustedProxies: number;
  /** Hosts that systems may be asked at over https, as `name`, `name:port` or `*.name`. Nothing else is asked. */
  outboundHosts: readonly string[];
  /** Hosts of the house: these may stand at private addresses and answer without TLS. */
  outboundPrivateHosts: readonly string[];
  /** Whether the example organisations are wanted in an empty database. */
  demo: boolean;
};

/** One line for each thing that is wrong, naming the variable. Never shows a value: it may be a secret. */
export class SettingsMistake extends Error {
  override name = "SettingsMistake";
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Treats an empty variable as one that is not set, which is how shells and compose files leave things out. */
function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}

/** @throws SettingsMistake with every mistake at once */
export function parseSettings(variables: Variables): Settings {
  const parsed = environment.safeParse(withoutEmpty(variables));
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const isMissing = variables[String(issue.path[0])] === undefined;
      return `${String(issue.path[0])} ${isMissing ? "is not set" : issue.message}`;
    });
    throw new SettingsMistake(lines.join("\n"));
  }
  const found = parsed.data;
  return {
    databaseUrl: found.HABEAS_DATABASE_URL,
    ownerDatabaseUrl: found.HABEAS_OWNER_DATABASE_URL,
    secret: found.HABEAS_SECRET,
    dataDir: found.HABEAS_DATA_DIR,
    baseUrl: found.HABEAS_BASE_URL,
    smtpUrl: found.SMTP_URL,
    trustedProxies: found.TRUSTED_PROXIES,
    outboundHosts: found.HABEAS_OUTBOUND_HOSTS,
    outboundPrivateHosts: found.HABEAS_OUTBOUND_PRIVATE_HOSTS,
    demo: found.HABEAS_DEMO === "1",
  };
}

/**
 * The secret that the portal shows to an organisation's sign-in. The organisation's file names the variable; null where it
 * is not set, or is none of those that a file may name.
 */
export function clientSecret(variable: string): string | null {
  return /^HABEAS_CLIENT_SECRET[A-Z0-9_]*$/.test(variable) ? process.env[variable] || null : null;
}

let known: Settings | undefined;

/** The settings of this process. @throws SettingsMistake on first use when something is wrong */
export function settings(): Settings {
  known ??= parseSettings(process.env);
  return known;
}

/**
 * The key that an organisation's file names for asking its own system: `whsec_` and base64 of 24 to 64 bytes (Standard
 * Webhooks). Read when it is used: an installation without such a source needs none. @throws SettingsMistake
 */
export function matchingSecret(variable: string): Buffer {
  return signingKey(variable);
}

function signingKey(variable: string): Buffer {
  const [, encoded = ""] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(process.env[variable] ?? "") ?? [];
  const secret = Buffer.from(encoded, "base64");
  if (secret.length < 24 || secret.length > 64)
    throw new SettingsMistake(`${variable} must be whsec_ followed by base64 of 24 to 64 bytes`);
  return secret;
}

/**
 * How the variables must begin that an organisation's register may name. It has the organisation's own name in it, so that
 * whoever edits one register reaches neither another's systems nor the portal's own secrets.
 */
export function systemVariablePrefix(slug: string): string {
  return `HABEAS_SYSTEM_${slug.replaceAll("-", "_").toUpperCase()}__`;
}

function isOfSystem(slug: string, variable: string): boolean {
  const prefix = systemVariablePrefix(slug);
  return variable.startsWith(prefix) && /^[A-Z0-9_]+$/.test(variable) && !variable.slice(prefix.length).includes("__");
}

/** The key by which a system of this organisation and the portal know each other. @throws SettingsMistake */
export function systemSecret(slug: string, variable: string): Buffer {
  if (!isOfSystem(slug, variable))
    throw new SettingsMistake(`${variable} must begin with ${systemVariablePrefix(slug)}`);
  return signingKey(variable);
}

/** How a database of this organisation is reached, with the account and password in it. @throws SettingsMistake */
export function systemConnection(slug: string, variable: string): string {
  if (!isOfSystem(slug, variable))
    throw new SettingsMistake(`${variable} must begin with ${systemVariablePrefix(slug)}`);
  const connection = process.env[variable];
  if (!connection) throw new SettingsMistake(`${variable} is not set`);
  return connection;
}

import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clusterRecord } from "@/scripts/cluster-record";
import { startTestMail } from "@/scripts/e2e-mail";
import { noSettings } from "@/scripts/e2e-portal";
import { freePort } from "@/scripts/free-port";
import { removeDatabase } from "@/scripts/throw-away-database";

const root = resolve(import.meta.dirname, "..");
const patienceMs = 180_000;

/** A portal that one test has for itself, to break, to look into or to start on another day. */
export type OwnPortal = {
  base: string;
  dataFolder: string;
  log(): string;
  signIn(role: string): { email: string; password: string };
  /** The process that serves pages, as the system knows it. */
  webProcess(): number;
  /** Reads the database as its owner. */
  rows<Row extends pg.QueryResultRow>(query: string): Promise<Row[]>;
  stop(): Promise<void>;
};

/** `daysAgo`: its clock shows an earlier day. `dataFolder`: one that was used before. */
export async function startOwnPortal(options: { daysAgo?: number; dataFolder?: string } = {}): Promise<OwnPortal> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "habeas-own-"));
  const mailFolder = join(dataFolder, "mail");
  const mail = await startTestMail(mailFolder);
  const port = await freePort();
  const log = join(dataFolder, "portal.log");
  const descriptor = openSync(log, "a");
  const clock = join(root, "e2e/other-day.mjs");
  const portal = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    stdio: ["ignore", descriptor, descriptor],
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(port),
      HABEAS_DATA_DIR: dataFolder,
      HABEAS_DEMO: "1",
      SMTP_URL: mail.url,
      ...(options.daysAgo ? { NODE_OPTIONS: `--import ${clock}`, E2E_DAYS_AGO: String(options.daysAgo) } : {}),
    },
  });
  closeSync(descriptor);
  const gone = new Promise<void>((settle) => portal.once("exit", () => settle()));
  async function stop(): Promise<void> {
    portal.kill("SIGTERM");
    await gone;
    await mail.close();
  }
  const ready = join(dataFolder, "ready.json");
  const until = performance.now() + patienceMs;
  while (!existsSync(ready)) {
    if (portal.exitCode !== null || performance.now() > until) {
      await stop();
      throw new Error(readFileSync(log, "utf8").slice(-2000));
    }
    await pause(100);
  }
  const { signIns } = JSON.parse(readFileSync(ready, "utf8")) as {
    signIns: { role: string; email: string; password: string }[];
  };
  process.env.E2E_MAIL_DIR = mailFolder;
  return {
    base: `http://127.0.0.1:${port}`,
    dataFolder,
    stop,
    log: () => readFileSync(log, "utf8"),
    signIn: (role) => signIns.find((one) => one.role === role) ?? { email: "", password: "" },
    webProcess: () => childServing(portal.pid ?? 0),
    rows: (query) => ask(join(dataFolder, "database"), query),
  };
}

export function forget(portal: OwnPortal): void {
  removeDatabase(join(portal.dataFolder, "database"));
  rmSync(portal.dataFolder, { recursive: true, force: true });
}

async function ask<Row extends pg.QueryResultRow>(folder: string, query: string): Promise<Row[]> {
  const { port, superuserPassword: password } = clusterRecord(folder);
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "habeas" });
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}

/** Among all that descends from the start, the process that was told to serve pages. Linux only, like the kill itself. */
function childServing(ancestor: number): number {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((pid) => [Number(pid), parentOf(pid)]));
  const descends = (pid: number): boolean =>
    pid === ancestor || ((parents.get(pid) ?? 0) > 1 && descends(parents.get(pid) ?? 0));
  const serving = processes
    .map(Number)
    .filter((pid) => descends(pid) && /next/.test(commandOf(pid)) && !/worker\.ts/.test(commandOf(pid)));
  const [found] = serving.filter((pid) => pid !== ancestor);
  if (!found) throw new Error("no process serves pages");
  return found;
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

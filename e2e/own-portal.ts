import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { clusterRecord } from "@/scripts/cluster-record";
import { startTestPortal } from "@/scripts/test-portal";
import { removeDatabase } from "@/scripts/throw-away-database";

/** A portal that one test has for itself, to break, to look into or to start on another day. */
export type OwnPortal = {
  base: string;
  dataFolder: string;
  log(): string;
  /** By role; of several who hold it by the address. */
  signIn(who: string): { email: string; password: string };
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
  const log = join(dataFolder, "portal.log");
  // As an address, because the folder may have a space in its name.
  const clock = new URL("other-day.mjs", import.meta.url).href;
  const { base, ready, processId, stop } = await startTestPortal(
    { dataFolder, mailFolder, log },
    options.daysAgo ? { NODE_OPTIONS: `--import ${clock}`, E2E_DAYS_AGO: String(options.daysAgo) } : {},
  );
  const { signIns } = JSON.parse(readFileSync(ready, "utf8")) as {
    signIns: { role: string; email: string; password: string }[];
  };
  process.env.E2E_MAIL_DIR = mailFolder;
  return {
    base,
    dataFolder,
    stop,
    log: () => readFileSync(log, "utf8"),
    signIn: (who) => signIns.find((one) => one.role === who || one.email === who) ?? { email: "", password: "" },
    webProcess: () => childServing(processId),
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

import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { clusterRecord, dataFolderOf, saveClusterRecord } from "./cluster-record";
import { freePort } from "./free-port";
import { POSTGRES_ENVIRONMENT, postgresBinaries } from "./postgres-binaries";
import { createCluster } from "./postgres-cluster";
import { ensureOwner } from "./postgres-owner";
import { clearStalePostgres } from "./stale-postgres";
import { StartProblem } from "./start-problem";

export type EmbeddedDatabase = {
  /** Connection string of the owner of database `habeas`: not a superuser, may create roles and databases. */
  ownerUrl: string;
  pid: number;
  /** Settles when the server is gone, wanted or not. */
  gone: Promise<void>;
  /** Ends every session, writes everything down and waits until the server is gone. */
  stop(): Promise<void>;
};

export type EmbeddedDatabaseOptions = {
  /** Where record, log and (when its account can get there) data live. Made when missing. */
  folder: string;
  say: (line: string) => void;
  /** False only for throw-away databases of tests: they need not survive a power cut. */
  durable?: boolean;
};

const DURABILITY = ["fsync", "synchronous_commit", "full_page_writes"];
const LOG_LIMIT_BYTES = 10_000_000;

function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    // No socket file: its path may be longer than the 107 bytes a socket may have, and the loopback is enough.
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "200",
    // What people typed must not reach the log: no values of parameters, no statement texts, no failing rows.
    log_parameter_max_length_on_error: "0",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
  };
  for (const name of DURABILITY) settings[name] = durable ? "on" : "off";
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

function openLog(file: string): { descriptor: number; from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return { descriptor: openSync(file, "a", 0o600), from: size > LOG_LIMIT_BYTES ? 0 : size };
}

/** If this process is killed without a chance to say goodbye, the pipe closes and the shell asks PostgreSQL to stop. */
function watchOver(pid: number, account: { uid: number; gid: number } | undefined): ChildProcess {
  const script = 'read -r word; [ "$word" = done ] || [ "$1" = 0 ] || kill -INT "$1" 2>/dev/null';
  const watcher = spawn("/bin/sh", ["-c", script, "habeas-database-watch", String(pid)], {
    ...account,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.on("error", () => {});
  watcher.stdin?.on("error", () => {});
  watcher.unref();
  return watcher;
}

async function untilReady(url: string, isGone: () => boolean): Promise<boolean> {
  while (!isGone()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      // 57P03: still recovering from a crash, which takes as long as it takes.
      const code = (error as { code?: string }).code;
      if (code !== "57P03" && code !== "ECONNREFUSED" && code !== undefined) throw error;
      await pause(50);
    }
  }
  return false;
}

async function assertDurable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name = any($1)",
    [DURABILITY],
  );
  await client.end();
  const weak = rows.filter((row) => row.setting !== "on").map((row) => row.name);
  if (weak.length > 0)
    throw new StartProblem(`The database would lose requests in a crash: ${weak.join(", ")} is off.`);
}

/** Starts the PostgreSQL that comes with the portal, making its cluster on first use. Rejects with StartProblem. */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const { say, durable = true } = options;
  const folder = resolve(options.folder);
  const record = clusterRecord(folder);
  const account = createCluster(folder, record, say, durable);
  const data = dataFolderOf(folder, record);
  const { postgres } = postgresBinaries(account, say);
  await clearStalePostgres(data, say);

  const log = join(folder, "postgresql.log");
  let from = 0;
  for (let attempt = 1; ; attempt += 1) {
    record.port = await freePort(record.port);
    saveClusterRecord(folder, record);
    const opened = openLog(log);
    from = opened.from;
    // Its own process group: Ctrl-C in the terminal must reach the portal only, which stops the database last.
    const child = spawn(postgres, ["-D", data, ...serverSettings(record.port, durable)], {
      ...account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", opened.descriptor, opened.descriptor],
      env: POSTGRES_ENVIRONMENT,
    });
    closeSync(opened.descriptor);
    let isGone = false;
    const gone = new Promise<void>((settle) => {
      const end = () => {
        isGone = true;
        settle();
      };
      child.once("exit", end);
      child.once("error", end);
    });
    const watcher = watchOver(child.pid ?? 0, account);
    const superuser = `postgresql://postgres:${record.superuserPassword}@127.0.0.1:${record.port}/postgres`;
    if (await untilReady(superuser, () => isGone)) {
      if (durable) await assertDurable(superuser);
      const ownerUrl = await ensureOwner(superuser, record);
      const stop = async () => {
        watcher.stdin?.end("done\n");
        if (!isGone) child.kill("SIGINT");
        await gone;
      };
      return { ownerUrl, pid: child.pid as number, gone, stop };
    }
    watcher.stdin?.end("done\n");
    const said = readFileSync(log, "utf8").slice(from);
    // The last backends of a killed server may hold the shared memory for a moment; a port may be taken meanwhile.
    const passing = /shared memory block .* still in use|could not bind|Address already in use/.test(said);
    if (passing && attempt < 20) {
      await pause(250);
      continue;
    }
    throw new StartProblem(
      `The embedded PostgreSQL did not start. Its last words (all of them in ${log}):\n` +
        `${
          said
            .trimEnd()
            .split("\n")
            .slice(-12)
            .map((line) => `  | ${line}`)
            .join("\n") || "  | (nothing)"
        }\n` +
        "What to do: free disk space or memory if it asks for them; otherwise keep a copy of the data folder\n" +
        `(${data}) and set HABEAS_DATA_DIR to an empty folder, or DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

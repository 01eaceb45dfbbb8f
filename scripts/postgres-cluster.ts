import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { type ClusterRecord, dataFolderOf, saveClusterRecord } from "./cluster-record";
import { canEnter, type PostgresAccount, postgresAccount } from "./postgres-account";
import { POSTGRES_ENVIRONMENT, postgresBinaries, stagingFolder } from "./postgres-binaries";
import { StartProblem } from "./start-problem";

function assertOurs(data: string): void {
  const owner = statSync(data).uid;
  const self = process.getuid?.() ?? owner;
  if (self === 0 || owner === self) return;
  throw new StartProblem(
    `The database in ${data} belongs to another account (number ${owner}): it was first started as root or by somebody else.\n` +
      "Start as that account, or choose another folder: HABEAS_DATA_DIR=.data-mine npm start",
  );
}

/** Where the account can get to: beside the record, else a folder of ours that everyone may pass through. */
function choosePlace(folder: string, account: PostgresAccount, say: (line: string) => void): string {
  for (const passage of [folder, dirname(folder)]) chmodSync(passage, statSync(passage).mode | 0o011);
  if (canEnter(account, folder)) return "data";
  const place = join(stagingFolder(), `data-${randomBytes(6).toString("hex")}`);
  mkdirSync(place, { mode: 0o711 });
  say(`PostgreSQL runs under its own account, which cannot enter ${folder}: its data goes to ${place}`);
  return join(place, "data");
}

function initialise(data: string, password: string, initdb: string[], account: PostgresAccount | undefined): void {
  const parent = dirname(data);
  for (const left of readdirSync(parent)) {
    if (left.startsWith("half-made-")) rmSync(join(parent, left), { recursive: true, force: true });
  }
  const half = join(parent, `half-made-${process.pid}`);
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(parent, `half-made-password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) {
    chownSync(half, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const made = spawnSync(
    initdb[0] ?? "",
    [
      ...initdb.slice(1),
      ...["-D", half, "--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"],
      // Collation out of PostgreSQL itself: the same order on every machine, and no surprise after an update of libc.
      ...["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ],
    { ...account, cwd: "/", encoding: "utf8", env: POSTGRES_ENVIRONMENT },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new StartProblem(`PostgreSQL could not make its data folder ${data}:\n${made.stderr || made.error?.message}`);
  }
  // Whole or not at all: a start killed in the middle leaves a half-made folder that the next one clears away.
  renameSync(half, data);
}

/** Makes sure that the data folder exists; returns the account that the server must run under (undefined: our own). */
export function createCluster(
  folder: string,
  record: ClusterRecord,
  say: (line: string) => void,
  durable: boolean,
): PostgresAccount | undefined {
  const account = postgresAccount(dataFolderOf(folder, record));
  const isNew = !existsSync(dataFolderOf(folder, record));
  if (isNew && account) record.data = choosePlace(folder, account, say);
  const data = dataFolderOf(folder, record);
  const { initdb, version } = postgresBinaries(account, say);
  if (isNew) {
    saveClusterRecord(folder, record);
    initialise(data, record.superuserPassword, durable ? [initdb] : [initdb, "--no-sync"], account);
  }
  assertOurs(data);
  const made = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (made !== version) {
    throw new StartProblem(
      `The data in ${data} was written by PostgreSQL ${made}; this version of the portal brings PostgreSQL ${version}.\n` +
        "Start the earlier version once, take a dump with pg_dump, and load it into an empty data folder.",
    );
  }
  return account;
}

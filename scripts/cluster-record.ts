import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";

/** What must be remembered about the embedded database between two starts. Kept with mode 0600. */
export type ClusterRecord = {
  /** Where the data is: "data" beside this record, or an absolute path when it had to live elsewhere. */
  data: string;
  /** The last port used; a wish, not a promise. */
  port: number;
  superuserPassword: string;
  ownerPassword: string;
};

const FILE = "cluster.json";

/** Writes a file that only its owner may read, whole or not at all. */
export function writePrivately(file: string, content: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, content, { mode: 0o600, flush: true });
  renameSync(half, file);
}

export function saveClusterRecord(folder: string, record: ClusterRecord): void {
  writePrivately(join(folder, FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/** The record of this folder; a new one, with fresh random passwords and not yet saved, on first use. */
export function clusterRecord(folder: string): ClusterRecord {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as ClusterRecord;
  const password = () => randomBytes(24).toString("base64url");
  return { data: "data", port: 0, superuserPassword: password(), ownerPassword: password() };
}

export function dataFolderOf(folder: string, record: ClusterRecord): string {
  return isAbsolute(record.data) ? record.data : join(folder, record.data);
}

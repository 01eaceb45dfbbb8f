import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { clusterRecord, dataFolderOf } from "./cluster-record";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";

/** Removes the folder of an embedded database that is not running, and its data where that had to live elsewhere. */
export function removeDatabase(folder: string): void {
  rmSync(dirname(dataFolderOf(folder, clusterRecord(folder))), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** A PostgreSQL for the length of a test or a command: fast instead of safe, and gone without trace after `stop`. */
export async function startThrowAwayDatabase(): Promise<EmbeddedDatabase> {
  const folder = join(mkdtempSync(join(tmpdir(), "habeas-throw-away-")), "database");
  const server = await startEmbeddedDatabase({ folder, say: () => {}, durable: false });
  return {
    ...server,
    async stop() {
      await server.stop();
      removeDatabase(folder);
      rmSync(dirname(folder), { recursive: true, force: true });
    },
  };
}

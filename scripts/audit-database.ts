import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import pg from "pg";
import { clusterRecord } from "./cluster-record";
import { startEmbeddedDatabase } from "./embedded-database";
import { habeasSecret } from "./secret";
import { readEnvironmentFile, startSettings } from "./start-settings";

export type AuditDatabase = { ownerUrl: string; secret: string; close(): Promise<void> };

async function answers(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The database of this folder's portal, running or not: the one of the environment, else the embedded one, started for
 * as long as the check takes. Null where there is none.
 */
export async function auditDatabase(): Promise<AuditDatabase | null> {
  readEnvironmentFile(resolve(import.meta.dirname, ".."));
  const { dataFolder, databaseUrl } = startSettings(process.env);
  const given = process.env.HABEAS_OWNER_DATABASE_URL || databaseUrl;
  const folder = join(dataFolder, "database");
  if (!process.env.HABEAS_SECRET && !existsSync(join(dataFolder, "secret"))) return null;
  const secret = habeasSecret(dataFolder, process.env.HABEAS_SECRET, () => {});
  const close = async () => {};
  if (given) return (await answers(given)) ? { ownerUrl: given, secret, close } : null;
  if (!existsSync(join(folder, "cluster.json"))) return null;
  const { ownerPassword, port } = clusterRecord(folder);
  const running = `postgresql://habeas_owner:${ownerPassword}@127.0.0.1:${port}/habeas`;
  if (await answers(running)) return { ownerUrl: running, secret, close };
  const started = await startEmbeddedDatabase({ folder, say: () => {} });
  return { ownerUrl: started.ownerUrl, secret, close: () => started.stop() };
}

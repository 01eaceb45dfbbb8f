import pg from "pg";
import type { ClusterRecord } from "./cluster-record";

/**
 * The owner of database `habeas` is an ordinary role, as at any hosting company: a superuser would walk through the row
 * policies unseen, and we would find out elsewhere. Returns the owner's connection string.
 */
export async function ensureOwner(superuserUrl: string, record: ClusterRecord): Promise<string> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const role = await client.query("select 1 from pg_roles where rolname = 'habeas_owner'");
    const verb = role.rowCount ? "alter" : "create";
    const password = client.escapeLiteral(record.ownerPassword);
    await client.query(`${verb} role habeas_owner login createrole createdb password ${password}`);
    const database = await client.query("select 1 from pg_database where datname = 'habeas'");
    if (!database.rowCount) await client.query("create database habeas owner habeas_owner");
  } finally {
    await client.end();
  }
  return `postgresql://habeas_owner:${record.ownerPassword}@127.0.0.1:${record.port}/habeas`;
}

import { randomUUID } from "node:crypto";
import pg from "pg";

/** Makes an empty database beside the given one for the time of the work. The role must be allowed to. */
export async function withShadowDatabase<T>(ownerUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const name = `habeas_shadow_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  try {
    await client.query(`create database ${name} template template0`);
    return await work(url.href);
  } finally {
    // Forced, because the engine does not say when its last connection is closed.
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  }
}

import { randomUUID } from "node:crypto";
import pg from "pg";

/**
 * PostgreSQL waits five seconds for the last connections to go by themselves. Only then are they cut, because whoever
 * still holds one would see it as a fault of their own.
 */
export async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database if exists ${name}`);
  } catch {
    await client.query(`drop database if exists ${name} with (force)`);
  }
}

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
    await dropDatabase(client, name);
    await client.end();
  }
}

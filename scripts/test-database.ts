import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { dropDatabase } from "./shadow-database";
import type { TestCluster } from "./test-database-setup";

export type FreshDatabase = {
  /** Owner of everything in it; subject to row-level security like the app, because it is no superuser. */
  ownerUrl: string;
  /** The role that the app uses: what it may not do, the app may not do. */
  appUrl: string;
  /** Drops it. End your pools first: connections still open are cut after five seconds. */
  close(): Promise<void>;
};

function inside(url: string, database: string): string {
  const moved = new URL(url);
  moved.pathname = `/${database}`;
  return moved.href;
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inside(url, "postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A database of its own for one test file: migrated, with the queue's tables and the app's role, and empty.
 * Call it in beforeAll and `close` in afterAll. The HABEAS_SECRET behind it is `inject("testSecret")`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const answer = await fetch(inject("testDatabaseDoor"));
  if (!answer.ok) throw new Error(`The test database did not start: ${await answer.text()}`);
  const cluster = (await answer.json()) as TestCluster;
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  // Copied file by file: no checkpoint-sized log to write for a database that lives for seconds.
  await asOwner(cluster.ownerUrl, (client) =>
    client.query(`create database ${name} template habeas strategy file_copy`),
  );
  return {
    ownerUrl: inside(cluster.ownerUrl, name),
    appUrl: inside(cluster.appUrl, name),
    close: () => asOwner(cluster.ownerUrl, (client) => dropDatabase(client, name)),
  };
}

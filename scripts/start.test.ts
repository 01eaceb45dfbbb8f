import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clusterRecord, dataFolderOf } from "./cluster-record";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database";
import { isAlive } from "./process-identity";
import { removeDatabase } from "./throw-away-database";

let folder: string;
let said: string[];
let running: EmbeddedDatabase | undefined;

beforeEach(() => {
  // A folder of mode 0700 with a space in its name: the hardest ordinary place.
  folder = join(mkdtempSync(join(tmpdir(), "habeas start ")), "database");
  said = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  removeDatabase(folder);
  rmSync(join(folder, ".."), { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  running = await startEmbeddedDatabase({ folder, say: (line) => said.push(line) });
  return running;
}

async function ask<T extends pg.QueryResultRow>(url: string, question: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<T>(question);
  await client.end();
  return rows[0];
}

test("a second start finds what the first one wrote, on the same port", async () => {
  const first = await start();
  await ask(first.ownerUrl, "create table kept as select 42 as answer");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await ask(second.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
});

test("a server that was killed does not stop the next start, and loses nothing", async () => {
  const first = await start();
  await ask(first.ownerUrl, "create table kept as select 42 as answer");
  process.kill(first.pid, "SIGKILL");
  await first.gone;
  const second = await start();
  expect(await ask(second.ownerUrl, "select answer from kept")).toEqual({ answer: 42 });
});

test("a server left behind by a killed portal is stopped and replaced", async () => {
  const orphan = await start();
  const second = await start();
  await orphan.gone;
  expect(second.pid).not.toBe(orphan.pid);
  expect(said.join("\n")).toContain(`process ${orphan.pid}`);
});

test("a lock that names another program by now is removed", async () => {
  const first = await start();
  await first.stop();
  const data = dataFolderOf(folder, clusterRecord(folder));
  writeFileSync(join(data, "postmaster.pid"), `${process.pid}\n${data}\n0\n1\n\n127.0.0.1\n\nready\n`);
  const second = await start();
  expect(isAlive(process.pid)).toBe(true);
  expect(await ask(second.ownerUrl, "select 1 as one")).toEqual({ one: 1 });
});

test("the owner is no superuser, and a crash cannot lose what was answered for", async () => {
  const { ownerUrl } = await start();
  const found = await ask(
    ownerUrl,
    `select rolsuper, rolbypassrls, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('full_page_writes') as pages, current_setting('password_encryption') as passwords
     from pg_roles where rolname = current_user`,
  );
  expect(found).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    fsync: "on",
    commit: "on",
    pages: "on",
    passwords: "scram-sha-256",
  });
});

test("a wrong password is refused", async () => {
  const { ownerUrl } = await start();
  const url = new URL(ownerUrl);
  url.password = "guess";
  await expect(ask(url.href, "select 1")).rejects.toThrow("password authentication failed");
});

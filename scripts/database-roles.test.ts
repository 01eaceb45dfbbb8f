import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { appRoleName, ensureAppRole } from "./database-roles";
import { type FreshDatabase, freshDatabase } from "./test-database";

let database: FreshDatabase;
let secret: string;
let role: string;

async function ask(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  database = await freshDatabase();
  secret = inject("testSecret");
  role = appRoleName(new URL(database.ownerUrl).pathname.slice(1));
});

afterAll(async () => {
  await ask(database.ownerUrl, `drop owned by ${role}; drop role ${role}`).catch(() => {});
  await database.close();
});

test("the app may do its work and nothing else, also after a second start", async () => {
  await ensureAppRole(database.ownerUrl, secret);
  const app = await ensureAppRole(database.ownerUrl, secret);
  await ask(app, "select count(*) from privacy_request");
  await ask(app, "select count(*) from organisation");
  const refused = [
    "update event set seq = seq",
    "delete from event",
    "truncate event",
    "delete from checkpoint",
    "update proof set request_id = request_id",
    "update organisation set slug = slug",
    "insert into organisation (id, slug, profile) values (gen_random_uuid(), 'mine', '{}')",
    "select * from _prisma_migrations",
    "create table mine ()",
    "alter table event disable trigger all",
    "set role habeas_owner",
  ];
  for (const statement of refused) {
    await expect(ask(app, statement), statement).rejects.toMatchObject({ code: "42501" });
  }
});

test("another secret is refused before anything is written with it", async () => {
  await ensureAppRole(database.ownerUrl, secret);
  await expect(ensureAppRole(database.ownerUrl, `${secret}, another one`)).rejects.toThrow(
    "was set up with another HABEAS_SECRET",
  );
});

test("an app that would own the tables is refused", async () => {
  await expect(ensureAppRole(database.ownerUrl, secret, database.ownerUrl)).rejects.toThrow(
    "habeas_owner, which owns the tables",
  );
});

test("an owner who may not make roles is given the statement for an administrator", async () => {
  const name = `poor_${role}`.slice(0, 60);
  await ask(database.ownerUrl, `create role ${name} login password 'test'`);
  const poor = new URL(database.ownerUrl);
  poor.username = name;
  poor.password = "test";
  try {
    await expect(ensureAppRole(poor.href, secret)).rejects.toThrow(/create role "?habeas_app_.* login nosuperuser/);
  } finally {
    await ask(database.ownerUrl, `drop role ${name}`);
  }
});

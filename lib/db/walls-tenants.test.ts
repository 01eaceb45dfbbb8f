import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bePresent } from "@/lib/commands/be-present";
import { saveTemplate } from "@/lib/commands/save-template";
import { systemsAt } from "@/lib/commands/tasks/test-systems";
import { named, openDesk } from "@/lib/commands/test-desk";
import { walkThrough } from "@/lib/commands/test-walk";
import { calendarDate } from "@/lib/domain/calendar-date";
import { database } from "./client";
import { sumFigures } from "./figure-sums";
import { inOrganisation } from "./organisation-scope";
import { organisationTables, type RawRole, rawRole, tablesWithoutWall } from "./test-app-role";

let desk: Awaited<ReturnType<typeof openDesk>>;
let app: RawRole;
let owner: RawRole;
let walled: string[];
let other: string;

beforeAll(async () => {
  desk = await openDesk();
  app = await rawRole(desk.appUrl);
  owner = await rawRole(desk.ownerUrl);
  await walkThrough(desk);
  await fillTheLedger();
  const words = { kind: "note", name: "Called", language: "en", text: "They called." } as const;
  const template = { id: null, version: null, ...words };
  await saveTemplate(await desk.member("handler"), { organisation: desk.organisation, template }, desk.openedAt);
  const { reference } = await desk.file();
  const at = { organisation: desk.organisation, reference, activity: "", by: "page" } as const;
  await bePresent(await desk.member("handler"), at, desk.openedAt);
  await askASystem();
  await inOrganisation(desk.organisation.id, ({ tx, organisationId }) =>
    tx.savedView.create({ data: { organisationId, name: "German ones", query: "place=DE" } }),
  );
  await inOrganisation(desk.organisation.id, ({ tx, organisationId }) =>
    tx.toldWeek.create({ data: { organisationId, lastDay: new Date("2026-11-29"), toldAt: desk.openedAt } }),
  );
  other = named(desk.organisations, "ares").id;
  walled = (await organisationTables(app)).filter((name) => !(name in tablesWithoutWall));
});
afterAll(async () => {
  await app?.close();
  await owner?.close();
  await desk?.close();
});

/** A task with a key that opens it. */
async function askASystem() {
  const { id: requestId, taskId } = await systemsAt(desk).opened(await desk.member("handler"));
  const [createdAt, expiresAt] = [desk.openedAt, desk.openedAt];
  await inOrganisation(desk.organisation.id, ({ tx, organisationId }) =>
    tx.taskKey.create({
      data: { organisationId, requestId, taskId, kind: "link", hash: "h", createdAt, expiresAt },
    }),
  );
}

/** Rows in every table of figures, summed and not. */
async function fillTheLedger() {
  const first = await desk.file();
  await desk.confirm(first.id);
  await sumFigures(desk.organisation, calendarDate("2027-02-01"));
  const second = await desk.file();
  await desk.confirm(second.id);
  // Nothing is balanced before there is a lot of it.
  await owner.attempt(desk.organisation.id, (sql) =>
    sql.query(
      "insert into figure_balance select organisation_id, day, on_day, since, key, amount from figure_sum limit 1",
    ),
  );
}

describe("PRV-05: walls stand around every table of an organisation", () => {
  it("row-level security is on and forced wherever there is an organisation_id, but for the named exceptions", async () => {
    const open = await app.rows<{ relname: string }>(
      null,
      `select relname from pg_class where relname = any($1) and not (relrowsecurity and relforcerowsecurity)`,
      [await organisationTables(app)],
    );
    expect(open.map(({ relname }) => relname).sort()).toEqual(Object.keys(tablesWithoutWall).sort());
  });

  it("every wall checks what is written as well as what is read", async () => {
    const policies = await app.rows<{ tablename: string; with_check: string | null; qual: string | null }>(
      null,
      "select tablename, qual, with_check from pg_policies where schemaname = 'public'",
    );
    expect(policies.map(({ tablename }) => tablename).sort()).toEqual(walled);
    for (const { tablename, qual, with_check } of policies) {
      expect([tablename, with_check]).toEqual([tablename, "(organisation_id = habeas_organisation())"]);
      expect([tablename, qual]).toEqual([tablename, expect.stringContaining("habeas_organisation()")]);
    }
  });

  it("no view looks over a wall", async () => {
    expect(await app.rows(null, "select viewname from pg_views where schemaname = 'public'")).toEqual([]);
  });
});

describe("V13.2.2: the app's role is weak", () => {
  it("is no superuser, bypasses nothing, owns nothing, belongs to nobody who does", async () => {
    const [role] = await app.rows(
      null,
      `select (select bool_or(rolsuper or rolbypassrls) from pg_roles where pg_has_role(oid, 'MEMBER')) as above,
              exists (select 1 from pg_class where pg_has_role(relowner, 'MEMBER')) as owns,
              rolcreaterole or rolcreatedb or rolreplication as makes
         from pg_roles where rolname = current_user`,
    );
    expect(role).toEqual({ above: false, owns: false, makes: false });
  });

  it.each([
    "create table loot (x int)",
    "alter table privacy_request disable row level security",
    "alter table privacy_request disable trigger gate",
    "drop trigger append_only on event",
    "set session_replication_role = replica",
    "create or replace function habeas_gate(request uuid, before_seq int) returns void language sql as 'select'",
    "update organisation set profile = '{}'",
    "insert into organisation (id, slug, profile) values (gen_random_uuid(), 'mine', '{}')",
    "select * from graphile_worker._private_jobs",
    "select * from _prisma_migrations",
  ])("may not: %s", async (statement) => {
    expect(await app.attempt(desk.organisation.id, (sql) => sql.query(statement))).toBe("42501");
  });
});

describe("ATK-T3: forgetting the organisation yields nothing", () => {
  it("not a single row of any table, for the app and for the owner", async () => {
    for (const role of [app, owner]) {
      for (const table of walled) {
        const seen = await role.rows(null, `select 1 from ${table}`);
        expect([table, seen.length]).toEqual([table, 0]);
      }
    }
  });

  it("rows are there for the organisation itself, so that the test above means something", async () => {
    for (const table of walled) {
      const seen = await app.rows(desk.organisation.id, `select 1 from ${table}`);
      expect([table, seen.length > 0]).toEqual([table, true]);
    }
  });

  it("the setting ends with its transaction: the next user of the connection sees nothing", async () => {
    await app.rows(desk.organisation.id, "select 1 from privacy_request");
    expect(await app.rows(null, "select 1 from privacy_request")).toEqual([]);
  });
});

describe("ATK-T2, ATK-T3: another organisation's rows do not exist", () => {
  it("reads, changes and deletes without any condition of ours touch nothing of a neighbour", async () => {
    for (const table of walled) {
      const seen = await app.rows<{ organisation_id: string }>(other, `select organisation_id from ${table}`);
      expect([table, seen.filter(({ organisation_id }) => organisation_id !== other)]).toEqual([table, []]);
    }
    const changed = await inOrganisation(other, ({ tx }) =>
      tx.privacyRequest.updateMany({ data: { state: "closed" } }),
    );
    const deleted = await inOrganisation(other, ({ tx }) => tx.message.deleteMany());
    expect([changed.count, deleted.count]).toEqual([0, 0]);
    expect(await database().privacyRequest.findMany()).toEqual([]);
  });

  it("a row is neither written into nor moved to a neighbour, on any table", async () => {
    for (const table of walled) {
      const moved = await app.attempt(desk.organisation.id, (sql) =>
        sql.query(`update ${table} set organisation_id = $1`, [other]),
      );
      const copied = await app.attempt(desk.organisation.id, async (sql) => {
        await sql.query(`create temporary table copy on commit drop as select * from ${table} limit 1`);
        await sql.query("update copy set organisation_id = $1", [other]);
        // The first link of a chain of its own, so that it is the wall that refuses and not the chain.
        if (table === "event")
          await sql.query(
            "update copy set request_id = null, chain_id = $1, seq = 1, previous_hash = repeat('0', 64)",
            [other],
          );
        await sql.query(`insert into ${table} select * from copy`);
      });
      expect([table, moved, copied]).toEqual([table, "42501", "42501"]);
    }
  });

  it("a child hangs on a request of its own organisation only", async () => {
    const [mine] = await app.rows<{ id: string }>(desk.organisation.id, "select id from privacy_request limit 1");
    const hung = await app.attempt(other, (sql) =>
      sql.query(
        `insert into message (id, organisation_id, request_id, "from", at) values (gen_random_uuid(), $1, $2, 'note', now())`,
        [other, mine?.id],
      ),
    );
    expect(hung).toBe("23503");
  });

  it("3,200 reads for three organisations, sixteen at a time, leak nothing", async () => {
    for (const organisation of desk.organisations) await desk.file({}, desk.openedAt, organisation);
    const ids = desk.organisations.map(({ id }) => id);
    let next = 0;
    const leaks: string[] = [];
    const reader = async () => {
      for (let turn = next++; turn < 3_200; turn = next++) {
        const mine = ids[turn % ids.length] ?? "";
        const rows = await inOrganisation(mine, ({ tx }) =>
          tx.privacyRequest.findMany({ select: { organisationId: true } }),
        );
        if (rows.length === 0 || rows.some(({ organisationId }) => organisationId !== mine)) leaks.push(mine);
      }
    };
    await Promise.all(Array.from({ length: 16 }, reader));
    expect([next >= 3_200, leaks]).toEqual([true, []]);
  }, 120_000);
});

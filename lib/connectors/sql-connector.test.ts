import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Statements } from "@/lib/domain/systems/registered-system";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { SystemQuestion } from "@/lib/domain/systems/system-question";
import { openMysql } from "./mysql-session";
import { openPostgres } from "./postgres-session";
import { sqlConnector, trySql } from "./sql-connector";
import { type CustomerDatabase, customerDatabases, people } from "./test-customer-database";
import { aQuestion, rowsIn } from "./test-system";

const now = new Date("2026-12-04T10:00:00Z");
const mine = "customer_id in (select id from customer where email = :email)";
const statements: Statements = {
  look_up: { customers: "select id from customer where email = :email", orders: `select id from orders where ${mine}` },
  export: {
    customers: "select id, name, vip, born, weight from customer where email = :email",
    orders: `select * from orders where ${mine} order by id;`,
  },
  erase: { orders: `delete from orders where ${mine}`, customers: "delete from customer where email = :email" },
  rectify: { customers: "update customer set name = coalesce(:new_name, name) where email = :email" },
  restrict: { customers: "update customer set stopped = true" },
  object: { customers: "update customer set stopped = true where email = :email or email <> :email" },
};

const customers = customerDatabases();
afterAll(() => customers.close());

describe.each(customers.engines)("asking %s", (_, engine, place, isThere) => {
  let at: CustomerDatabase;
  beforeAll(async () => {
    if (isThere) at = await place();
  });
  const test = it.skipIf(!isThere);
  const system = (given: Statements = statements) => ({
    engine,
    open: at.open,
    statements: given,
    identifiers: ["email"],
  });
  const ask = (question: Partial<SystemQuestion>, given: Statements = statements) =>
    sqlConnector(system(given))(aQuestion({ effectKey: question.verb ?? "export", ...question }), now);
  const robin = { email: "robin@example.com" };
  const other = { email: "other@example.com" };
  const count = async (sql: string) => Number((await at.asOwner(`select count(*) as n from ${sql}`))[0]?.n);
  const fault = (asked: Promise<unknown>) =>
    asked.then(
      (answer) => `answered ${JSON.stringify(answer)}`,
      (thrown: unknown) =>
        thrown instanceof SystemUnanswered ? `${thrown.problem}: ${thrown.detail}` : String(thrown),
    );

  test("counts what is there and reads nothing", async () => {
    expect(await ask({ verb: "look_up" })).toEqual({ kind: "found", counts: { customers: 1, orders: 2 } });
    expect(await ask({ verb: "look_up", identifiers: { email: "stranger@example.com" } })).toEqual({
      kind: "not_found",
    });
  });

  test("exports every row by category, exactly as the database holds it", async () => {
    const rows = await rowsIn(await ask({ verb: "export" }));
    expect(rows).toEqual([
      {
        category: "customers",
        row: {
          id: 1,
          name: "Robin Canary",
          vip: engine === "mysql" ? 1 : true,
          born: "1990-04-03",
          weight: "12345678901234.12345",
        },
      },
      { category: "orders", row: { id: 10, customer_id: 1, total: "9.90", note: "a" } },
      { category: "orders", row: { id: 11, customer_id: 1, total: "20.00", note: null } },
    ]);
    expect(await ask({ verb: "export", identifiers: { email: "stranger@example.com" } })).toEqual({
      kind: "not_found",
    });
  });

  test("V1.2.4: what a person typed is a value, whatever it looks like", async () => {
    for (const email of [
      "' or 1=1 --",
      "robin@example.com'; drop table orders; --",
      "\\",
      ":email",
      "$1",
      "%",
      "\u0000x",
    ])
      expect(await fault(ask({ verb: "look_up", identifiers: { email } }))).toMatch(/not_found|does not fit/);
    expect(await count("orders")).toBe(3);
  });

  test("what is not known finds nobody: neither by an empty value nor by none", async () => {
    for (const identifiers of [{ email: "" }, { email: "  " }, {}] as Record<string, string>[])
      expect(await ask({ verb: "export", identifiers })).toEqual({
        kind: "exception",
        reason: "customers is found by email, which is not known",
      });
  });

  test("a reading statement writes nothing, even where it could be hidden", async () => {
    const sly: Statements = { look_up: { customers: "select id from secret where id = :email" } };
    expect(await fault(ask({ verb: "look_up", categories: ["customers"] }, sly))).toMatch(/^statement/);
    const session = await at.open();
    await session.begin("reading");
    const change = { statement: { text: "delete from customer", parameters: [] }, values: [] };
    expect(await fault(session.change(change))).toMatch(/^statement/);
    await session.rollback();
    await session.end();
    expect(await count("customer")).toBe(3);
  });

  test("an erasure happens once, in all categories or in none, and answers the same again", async () => {
    const first = await ask({ verb: "erase", effectKey: "erasure-1", categories: ["orders", "customers"] });
    expect(first).toEqual({ kind: "done", counts: { orders: 2, customers: 1 } });
    expect([await count("orders"), await count("customer")]).toEqual([1, 2]);
    await at.asOwner(people[0] ?? "");
    const again = await ask({ verb: "erase", effectKey: "erasure-1", categories: ["orders", "customers"] });
    expect(again).toEqual(first);
    expect(await count("customer")).toBe(3);
    await at.asOwner("insert into orders values (10, 1, 9.90, 'a'), (11, 1, 20.00, null)");
  });

  test("two who ask the same at once have one effect and one answer", async () => {
    await at.asOwner("insert into customer values (7, 'twice@example.com', 'Twice', null, null, null, false)");
    const question = {
      verb: "erase",
      effectKey: "erasure-2",
      categories: ["customers"],
      identifiers: { email: "twice@example.com" },
    } as const;
    const answers = await Promise.all([ask(question), ask(question), ask(question)]);
    expect(answers).toEqual(Array(3).fill({ kind: "done", counts: { customers: 1 } }));
    expect(await count("habeas_effect where effect_key = 'erasure-2'")).toBe(1);
  });

  test("a change that fails in its second category leaves the first alone", async () => {
    const broken: Statements = {
      ...statements,
      erase: { orders: statements.erase?.orders ?? "", customers: "delete from customers where email = :email" },
    };
    expect(await fault(ask({ verb: "erase", effectKey: "e-3", categories: ["orders", "customers"] }, broken))).toMatch(
      /^statement: .*customers/,
    );
    expect([await count("orders"), await count("habeas_effect where effect_key = 'e-3'")]).toEqual([3, 0]);
  });

  test("a change that touches more than was counted is taken back", async () => {
    expect(await ask({ verb: "object", categories: ["customers"] })).toEqual({
      kind: "exception",
      reason: "the statement for customers touches 3 records where 1 were found; nothing was changed",
      counts: { customers: 1 },
    });
    expect(await count("customer where stopped")).toBe(0);
    // One without a parameter is refused before it gets there.
    expect(await fault(ask({ verb: "restrict", categories: ["customers"] }))).toMatch(/^statement: .*names nobody/);
  });

  test("corrects what was said and keeps what was not", async () => {
    const question = { verb: "rectify", categories: ["customers"], identifiers: other } as const;
    const done = { kind: "done", counts: { customers: 1 } };
    expect(await ask({ ...question, effectKey: "r-1", correction: { name: "Ada'; --" } })).toEqual(done);
    expect(await ask({ ...question, effectKey: "r-2", correction: { street: "x" } })).toEqual(done);
    expect(await count("customer where name = 'Ada''; --'")).toBe(1);
  });

  test("what nobody registered is an exception, before anything is done", async () => {
    expect(await ask({ verb: "restrict", categories: ["orders"], identifiers: robin })).toEqual({
      kind: "exception",
      reason: "there is no statement to restrict orders",
    });
    const uncounted: Statements = { erase: statements.erase };
    expect(await ask({ verb: "erase", categories: ["orders"] }, uncounted)).toEqual({
      kind: "exception",
      reason: "there is no statement to look up orders",
    });
  });

  test("tries connection and statements without reading a row", async () => {
    const good: Statements = { ...statements, restrict: {} };
    expect(await fault(trySql(system(good)))).toBe("answered undefined");
    const wrong = (export_: string) => fault(trySql(system({ export: { customers: export_ } })));
    expect(await wrong("select shoe from customer where email = :email")).toMatch(/^statement: .*shoe/);
    expect(await wrong("select id from customer wher email = :email")).toMatch(/^statement/);
    expect(await wrong("select id from secret where id = :email")).toMatch(/^statement: .*(denied|permission)/);
    expect(await wrong("select 1 where :email = 1; select 2")).toMatch(/^statement: .*more than one/);
    await at.asOwner("alter table habeas_effect rename to moved");
    expect(await fault(trySql(system(good)))).toMatch(/^no_ledger/);
    expect(await fault(ask({ verb: "erase", effectKey: "e-9", categories: ["orders"] }))).toMatch(/^no_ledger/);
    await at.asOwner("alter table moved rename to habeas_effect");
    expect(await count("orders")).toBe(3);
  });

  test("an export of many rows is in nobody's memory, and one that is not read to its end lets go", async () => {
    const numbers = engine === "mysql" ? "seq as n from seq_1_to_60000" : "n from generate_series(1, 60000) as n";
    await at.asOwner(`create table many as select ${numbers}`);
    await at.asOwner(`grant select on many to ${at.account}`);
    const many: Statements = {
      export: { orders: "select n, repeat('x', 4000) as text from many where :email <> ''" },
    };
    const answer = await ask({ verb: "export", categories: ["orders"] }, many);
    if (answer.kind !== "done" || !answer.rows) throw new Error("no rows");
    const before = process.memoryUsage().rss;
    let [seen, most] = [0, 0];
    for await (const _ of answer.rows) {
      seen += 1;
      if (seen % 1_000 === 0) most = Math.max(most, process.memoryUsage().rss - before);
    }
    expect(seen).toBe(60_000);
    // 240 MB went through.
    expect(most / 1024 / 1024).toBeLessThan(150);
    const half = await ask({ verb: "export", categories: ["orders"] }, many);
    if (half.kind !== "done" || !half.rows) throw new Error("no rows");
    for await (const _ of half.rows) break;
  });
});

describe("a database that is away", () => {
  it("is told by what an administrator can mend, without its password", async () => {
    const [gone, wrong] = ["postgresql://u:pass-word@127.0.0.1:1/x", "mysql://u:pass-word@127.0.0.1:1/x"];
    for (const opened of [openPostgres(gone), openMysql(wrong)]) {
      const fault = await opened.catch((thrown: unknown) => thrown);
      expect(fault).toMatchObject({ problem: "unreachable" });
      expect(String(fault)).not.toContain("pass-word");
    }
  });
});

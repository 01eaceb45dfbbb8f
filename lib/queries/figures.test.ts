import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { countEarlierRequests, sumFigures } from "@/lib/db/figure-sums";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { type RawRole, rawRole } from "@/lib/db/test-app-role";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { verifyFigures } from "@/scripts/figures-command";
import { rightsBetween } from "./figures-rights";
import { settledBetween } from "./figures-settled";
import { lateAsOf } from "./late-list";
import { differences, ledgerFigures, recount } from "./recount";

const at = (day: string) => new Date(`${day}T15:00:00Z`);
const days = ["2026-07-10", "2026-08-20", "2026-09-30", "2026-10-31", "2026-11-15", "2026-12-04"].map(calendarDate);
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;
let app: RawRole;
let owner: RawRole;

beforeAll(async () => {
  desk = await openDesk(at("2026-12-04"));
  handler = await desk.member("handler");
  approver = await desk.member("approver");
  app = await rawRole(desk.appUrl);
  owner = await rawRole(desk.ownerUrl);
});
afterAll(async () => {
  await app?.close();
  await owner?.close();
  await desk?.close();
});

const ledger = (day: string) => ledgerFigures(handler, { organisation: desk.organisation, asOf: calendarDate(day) });
const folded = (day: string) => recount(handler, { organisation: desk.organisation, asOf: calendarDate(day) });
const ofOrganisation = (sql: string) => owner.rows<{ n: string }>(desk.organisation.id, sql);

async function filed(day: string, country = "FR") {
  const { id, person } = await desk.file({ country }, at(day));
  await desk.confirm(id, at(day));
  return { id, person };
}

async function answer(id: string, day: string, outcome: "granted" | "refused" = "granted") {
  const ground = outcome === "refused" ? "not_found" : null;
  const outcomes = [{ right: "access", outcome, ground }] as const;
  await desk.step(handler, id, { step: "begin" }, at(day));
  await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Same address." }, at(day));
  await desk.step(handler, id, { step: "prepare", words: "Here it is.", outcomes, files: [] }, at(day));
  expect(await desk.step(approver, id, { step: "release" }, at(day))).toMatchObject({ ok: true });
}

describe("figures of a day that is over", () => {
  const taken = new Map<string, Awaited<ReturnType<typeof ledger>>>();
  let late: string;

  it("taken on simulated days are what a recount of the events gives on each of them", async () => {
    const early = await filed("2026-06-01");
    const waiting = await filed("2026-06-15");
    const slow = await filed("2026-07-05");
    late = slow.id;
    await answer(early.id, "2026-06-20");
    await desk.step(handler, waiting.id, { step: "begin" }, at("2026-06-16"));
    const asks = { step: "ask_clarification", words: "Which account?" } as const;
    await desk.step(handler, waiting.id, asks, at("2026-06-17"));
    for (const day of days.slice(0, 3)) {
      expect(differences(await ledger(day), await folded(day))).toEqual([]);
      taken.set(day, await ledger(day));
    }
    expect(taken.get(days[1] ?? "")?.owed).toMatchObject({ open: 2, overdue: 2 });
    expect(taken.get(days[1] ?? "")?.late).toHaveLength(2);
  });

  it("stay what they were when more happens afterwards, and a recount gives them again", async () => {
    await answer(late, "2026-10-05", "refused");
    const extended = await filed("2026-10-01");
    const extend = { step: "extend", words: "Eleven workspaces.", kind: "complexity" } as const;
    await desk.step(handler, extended.id, { step: "begin" }, at("2026-10-02"));
    await desk.step(handler, extended.id, extend, at("2026-10-20"));
    const gone = await filed("2026-11-01");
    await desk.step(gone.person, gone.id, { step: "withdraw" }, at("2026-11-03"));
    for (const [day, figures] of taken) {
      expect(differences(await ledger(day), figures)).toEqual([]);
      expect(differences(figures, await folded(day))).toEqual([]);
    }
    for (const day of days) expect(differences(await ledger(day), await folded(day))).toEqual([]);
  });

  it("are the same before and after they are summed, and after more is summed on top", async () => {
    const before = await Promise.all(days.map(ledger));
    expect(await sumFigures(desk.organisation, calendarDate("2026-10-15"))).toBeGreaterThan(10);
    expect(await ofOrganisation("select count(*) as n from figure_entry")).toEqual([{ n: "0" }]);
    expect(differences(await Promise.all(days.map(ledger)), before)).toEqual([]);
    // A transaction that began before midnight writes into a month that is closed.
    const straggler = await filed("2026-09-29");
    await answer(straggler.id, "2026-09-30");
    for (const day of days) expect(differences(await ledger(day), await folded(day))).toEqual([]);
    await sumFigures(desk.organisation, calendarDate("2026-12-04"));
    for (const day of days) expect(differences(await ledger(day), await folded(day))).toEqual([]);
  });

  it("of single days and whole months add up, with grounds and days taken", async () => {
    const span = (from: string, to: string) => ({
      from: calendarDate(from),
      to: calendarDate(to),
      asOf: calendarDate("2026-12-04"),
    });
    const whole = await settledBetween(handler, span("2026-06-10", "2026-11-20"));
    expect(whole).toMatchObject({ answered: 3, onTime: 2, late: 1, withdrawn: 1, lapsed: 0, extended: 0 });
    expect(whole.taken).toMatchObject({ count: 3, median: 19, p90: 92 });
    const parts = await Promise.all([
      settledBetween(handler, span("2026-06-10", "2026-08-07")),
      settledBetween(handler, span("2026-08-08", "2026-10-05")),
      settledBetween(handler, span("2026-10-06", "2026-11-20")),
    ]);
    expect(parts.map(({ answered, withdrawn }) => [answered, withdrawn])).toEqual([
      [1, 0],
      [2, 0],
      [0, 1],
    ]);
    const rights = await rightsBetween(handler, { ...span("2026-06-01", "2026-12-04"), law: "eu_gdpr" });
    expect(rights).toMatchObject([
      { right: "access", received: 6, granted: 2, refused: 1, withdrawn: 1, taken: { count: 3 } },
    ]);
    expect(rights[0]?.grounds).toEqual([{ result: "refused", ground: "not_found", count: 1 }]);
  });

  it("list what was late page by page, each once", async () => {
    const asOf = calendarDate("2026-09-30");
    const first = await lateAsOf(handler, { asOf, after: null, size: 1 });
    expect(first.next).not.toBeNull();
    const second = await lateAsOf(handler, { asOf, after: first.next, size: 1 });
    expect([first.rows.length, second.rows.length, second.next]).toEqual([1, 1, null]);
    expect(first.rows[0]?.daysLate).toBeGreaterThan(second.rows[0]?.daysLate ?? 0);
  });
});

describe("requests from before the ledger", () => {
  it("are taken into it once, whether by the worker or by what happens to them first", async () => {
    const before = await Promise.all(days.map(ledger));
    const empty = ["figure_entry", "figure_sum", "figure_balance", "figure_month"];
    await owner.attempt(desk.organisation.id, async (sql) => {
      await sql.query("alter table owed_standing disable trigger standing_is_history");
      for (const table of [...empty, "owed_standing"]) await sql.query(`delete from ${table}`);
      await sql.query("alter table owed_standing enable trigger standing_is_history");
      await sql.query("update privacy_request set counted = false");
    });
    const [one] = await app.rows<{ id: string }>(
      desk.organisation.id,
      "select id from privacy_request order by id limit 1",
    );
    await desk.step(handler, one?.id ?? "", { step: "note", words: "Looked at." }, at("2026-12-04"));
    expect(await countEarlierRequests(desk.organisation)).toBe(5);
    expect(await countEarlierRequests(desk.organisation)).toBe(0);
    await sumFigures(desk.organisation, calendarDate("2026-12-04"));
    expect(differences(await Promise.all(days.map(ledger)), before)).toEqual([]);
  });
});

describe("npm run figures:verify", () => {
  it("says that the figures hold, and names what does not", async () => {
    const run = () => verifyFigures(["--organisation", "aimarkos", "--as-of", "2026-09-30"], at("2026-12-04"));
    expect(await run()).toEqual({
      ok: true,
      lines: ["holds   aimarkos, as of 2026-09-30: the ledger says what the events say"],
    });
    await owner.attempt(desk.organisation.id, (sql) =>
      sql.query(
        "update figure_sum set amount = amount + 1 where book = 'owed' and key = 'first/person' and amount > 0",
      ),
    );
    const { ok, lines } = await run();
    expect(ok).toBe(false);
    expect(lines).toContain(
      "BROKEN  aimarkos, as of 2026-09-30: figures.owed.open: the ledger says 3, the events say 2",
    );
    expect(await verifyFigures(["--organisation", "nobody"], at("2026-12-04"))).toMatchObject({ ok: false });
  });
});

describe("the app writes entries and nothing else", () => {
  it.each([
    "update figure_entry set amount = -1",
    "delete from figure_entry",
    "insert into figure_sum select id, 'owed', current_date, current_date, current_date, 'x', 0, 9 from organisation limit 1",
    "delete from figure_balance",
    "update figure_month set amount = 0",
    "update owed_standing set due_on = '2030-01-01'",
    "delete from owed_standing where sheet <> '9999-12-01'",
  ])("and may not: %s", async (statement) => {
    expect(await app.attempt(desk.organisation.id, (sql) => sql.query(statement))).toBe("42501");
  });
});

it("a writer and the summing at once lose nothing and count nothing twice", async () => {
  const before = (await ledger("2026-12-04")).owed.open;
  const filing = Array.from({ length: 6 }, () => filed("2026-12-04"));
  const summing = Array.from({ length: 6 }, () => sumFigures(desk.organisation, calendarDate("2026-12-04")));
  await Promise.all([...filing, ...summing]);
  expect((await ledger("2026-12-04")).owed.open).toBe(before + 6);
  await inOrganisation(desk.organisation.id, ({ tx }) => tx.$executeRaw`select habeas_sum_figures(10)`);
  expect((await ledger("2026-12-04")).owed.open).toBe(before + 6);
});

import { afterAll, beforeAll, expect, it } from "vitest";
import { named, openDesk } from "@/lib/commands/test-desk";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import type { QueueFilter } from "@/lib/domain/queue";
import { proofStanding } from "@/lib/domain/request-proofs";
import { organisationHolding, searchFilter } from "./find-request";
import { queueCounts, queuePage, queuePageSize } from "./queue";

const now = new Date("2026-12-04T10:00:00Z");
const today = calendarDate("2026-12-04");
const day = { today, soonDays: 7 };
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;

beforeAll(async () => {
  desk = await openDesk(now);
  handler = await desk.member("handler");
});
afterAll(() => desk.close());

async function references(filter: QueueFilter): Promise<string[]> {
  return (await queuePage(handler, filter, day)).rows.map(({ reference }) => reference);
}

function inPlace(place: string): QueueFilter {
  return { terms: { place: { is: [place], not: [] } } };
}

/** The usual request: address confirmed, found on file, so that it can be worked on. */
async function fileProven(...[filing, at]: [Partial<Filing>?, Date?]) {
  const filed = await desk.file(filing, at);
  await desk.confirm(filed.id, at);
  await desk.step(handler, filed.id, onFile, at);
  return filed;
}
const onFile = { step: "accept_proof", kind: "address_on_file", words: "It is the address of the account." } as const;

it("shows work oldest duty first, and keeps what nobody confirmed or proved in views of their own", async () => {
  const late = await fileProven({ country: "FR" }, new Date("2026-10-01T10:00:00Z"));
  const fresh = await fileProven({ country: "US", region: "US-CA", rights: ["erasure"] });
  const silent = await desk.file();
  const unproven = await desk.file({ country: "BE" });
  await desk.confirm(unproven.id);
  expect(await references({})).toEqual([late.reference, fresh.reference]);
  expect(await references({ view: "overdue" })).toEqual([late.reference]);
  expect(await references({ view: "unconfirmed" })).toEqual([silent.reference]);
  expect(await references({ view: "unproven" })).toEqual([unproven.reference]);
  expect(await references(inPlace("US-CA"))).toEqual([fresh.reference]);
  expect(await references(inPlace("US"))).toEqual([fresh.reference]);
  expect(await references({ terms: { right: { is: ["rectification"], not: [] } } })).toEqual([]);
  expect(await queueCounts(handler, day)).toEqual({
    open: 2,
    mine: 0,
    new: 2,
    unproven: 1,
    week: 0,
    due: 0,
    overdue: 1,
    contested: 0,
    waiting: 0,
    systems: 0,
    unassigned: 2,
    unconfirmed: 1,
    snoozed: 0,
    owed: 3,
    done: 0,
  });
});

it("calls due soon what the organisation calls so, in the view and in its count", async () => {
  const due = async (soonDays: number) => {
    const { rows } = await queuePage(handler, { view: "due" }, { today, soonDays });
    expect((await queueCounts(handler, { today, soonDays })).due).toBe(rows.length);
    return rows.length;
  };
  const soon = await desk.file({}, new Date("2026-11-14T10:00:00Z"));
  await desk.confirm(soon.id, new Date("2026-11-14T11:00:00Z"));
  expect(await due(9)).toBe(0);
  expect(await due(10)).toBe(1);
});

it("law.md §5, GDPR Art. 12(3): what is unproven or unconfirmed is never lost: its date stands with all the others", async () => {
  const before = await queueCounts(handler, day);
  const filedOn = new Date("2026-10-01T10:00:00Z");
  const [silent, unproven] = [await desk.file({ country: "IE" }, filedOn), await desk.file({ country: "IE" }, filedOn)];
  await desk.confirm(unproven.id, filedOn);
  expect(new Set(await references({ view: "overdue", ...inPlace("IE") }))).toEqual(
    new Set([silent.reference, unproven.reference]),
  );
  const counts = await queueCounts(handler, day);
  expect(counts.overdue).toBe(before.overdue + 2);
  // Nobody can work on either.
  expect([counts.open, counts.new, counts.unassigned]).toEqual([before.open, before.new, before.unassigned]);
});

it("what needs no proof is work at once, also beside what does; a prepared refusal for want of proof is the approver's", async () => {
  const mixed = await desk.file({ country: "LU", rights: ["access", "marketing_objection"] });
  expect(await references({ view: "new", ...inPlace("LU") })).toEqual([mixed.reference]);
  const refused = await desk.file({ country: "MT" });
  await desk.confirm(refused.id);
  await desk.step(handler, refused.id, { step: "begin" });
  expect(await references(inPlace("MT"))).toEqual([]);
  expect(await references({ view: "unproven", ...inPlace("MT") })).toEqual([refused.reference]);
  const outcomes = [{ right: "access", outcome: "refused", ground: "Nothing shows who asks." }] as const;
  await desk.step(handler, refused.id, { step: "prepare", words: "We cannot tell.", outcomes, files: [] });
  expect(await references(inPlace("MT"))).toEqual([refused.reference]);
  expect(await references({ view: "unproven", ...inPlace("MT") })).toEqual([]);
});

it("the column is the fold, and what the database itself would say", async () => {
  const { id } = await fileProven({ country: "CY" });
  const stored = async () => {
    const { row, facts } = await desk.look(id);
    expect(row.proven).toBe(proofStanding(facts));
    return row.proven;
  };
  expect(await stored()).toBe("all");
  await desk.step(handler, id, { step: "reject_proof", kind: "address_on_file", words: "It was another account." });
  expect(await stored()).toBe("none");
  const differing = await inOrganisation(
    desk.organisation.id,
    ({ tx }) =>
      tx.$queryRaw`
      select r.reference from privacy_request r join lateral (
        select case when bool_and(held) then 'all' when bool_or(held) then 'some' else 'none' end as proven
        from (
          select habeas_satisfied(k.request_id, k.level_needed, k.ways, 2147483647) as held
          from request_right k where k.request_id = r.id
        ) one
      ) standing on standing.proven <> r.proven`,
  );
  expect(differing).toEqual([]);
});

it("flags what lacks proof, what was extended and what never arrived", async () => {
  const { id, reference } = await desk.file();
  await desk.confirm(id);
  await desk.step(handler, id, { step: "begin" });
  await desk.step(handler, id, { step: "extend", words: "Eleven workspaces have to be searched one by one." });
  await desk.step(handler, id, { step: "ask_proof", kind: "data_points_matched", words: "Which workspace was it?" });
  await inOrganisation(desk.organisation.id, ({ tx }) =>
    tx.letter.updateMany({ where: { requestId: id, kind: "need_more" }, data: { status: "failed" } }),
  );
  const { rows } = await queuePage(handler, { reference }, day);
  expect(rows).toMatchObject([
    {
      proven: "none",
      signals: [],
      extended: true,
      letterFailed: true,
      waitingSince: "2026-12-04",
      owner: handler.staffId,
    },
  ]);
});

it("pages without skipping or repeating a row, forwards and back, whatever arrives meanwhile", async () => {
  const more = queuePageSize + 5;
  for (let count = 0; count < more; count++) await fileProven({ country: "NL" });
  const filter: QueueFilter = inPlace("NL");
  const first = await queuePage(handler, filter, day);
  expect(first).toMatchObject({ total: more });
  expect(first.newer).toBeUndefined();
  await fileProven({ country: "NL" }, new Date("2026-11-01T10:00:00Z"));
  const second = await queuePage(handler, { ...filter, ...(first.older ? { cursor: first.older } : {}) }, day);
  expect(second.older).toBeUndefined();
  const seen = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(seen).size).toBe(more);
  const back = await queuePage(handler, { ...filter, ...(second.newer ? { cursor: second.newer } : {}) }, day);
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  // The one that came in between stands before this page.
  expect(back.newer).toBeDefined();
});

it("finds a person by whole address or whole name, in any spelling, and by nothing less", async () => {
  const { id, reference } = await desk.file({ person: { name: "Zoë  Ólafsdóttir", email: "Zoe@Example.com" } });
  await desk.confirm(id);
  expect(await references(searchFilter(handler, " ZOE@example.COM "))).toEqual([reference]);
  expect(await references(searchFilter(handler, "zoe olafsdottir"))).toEqual([reference]);
  expect(await references(searchFilter(handler, "zoe"))).toEqual([]);
  expect(searchFilter(handler, reference.toLowerCase())).toEqual({ reference });
  expect(JSON.stringify(searchFilter(handler, "zoe@example.com"))).not.toContain("zoe");
});

it("shows nothing of another organisation", async () => {
  const ares = named(desk.organisations, "ares");
  const { id, reference } = await desk.file({}, now, ares);
  await desk.confirm(id, now, ares);
  expect(await references({ reference })).toEqual([]);
  expect(await organisationHolding([desk.organisation.id], reference)).toBeNull();
  expect(await organisationHolding([desk.organisation.id, ares.id], reference)).toBe(ares.id);
  const stranger = { ...handler, organisationId: ares.id };
  expect((await queuePage(stranger, { view: "unproven" }, day)).rows.map((row) => row.reference)).toEqual([reference]);
  expect(await database().privacyRequest.count()).toBe(0);
});

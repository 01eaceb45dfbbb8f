import { afterAll, beforeAll, expect, it } from "vitest";
import { named, openDesk } from "@/lib/commands/test-desk";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { QueueFilter } from "@/lib/forms/console-queue";
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

it("shows open work oldest duty first, and keeps unconfirmed requests in a view of their own", async () => {
  const late = await desk.file({ country: "FR" }, new Date("2026-10-01T10:00:00Z"));
  await desk.confirm(late.id, new Date("2026-10-01T11:00:00Z"));
  const fresh = await desk.file({ country: "US", region: "US-CA" });
  await desk.confirm(fresh.id);
  const silent = await desk.file();
  expect(await references({})).toEqual([late.reference, fresh.reference]);
  expect(await references({ view: "overdue" })).toEqual([late.reference]);
  expect(await references({ view: "unconfirmed" })).toEqual([silent.reference]);
  expect(await references({ place: "US-CA" })).toEqual([fresh.reference]);
  expect(await references({ place: "US" })).toEqual([fresh.reference]);
  expect(await references({ right: "erasure" })).toEqual([]);
  expect(await queueCounts(handler, day)).toEqual({
    open: 2,
    mine: 0,
    new: 2,
    due: 0,
    overdue: 1,
    waiting: 0,
    unassigned: 2,
    unconfirmed: 1,
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
    { unproven: true, extended: true, letterFailed: true, waitingSince: "2026-12-04", owner: handler.staffId },
  ]);
});

it("pages without skipping or repeating a row, forwards and back, whatever arrives meanwhile", async () => {
  const more = queuePageSize + 5;
  for (let count = 0; count < more; count++) {
    const { id } = await desk.file({ country: "NL" });
    await desk.confirm(id);
  }
  const filter: QueueFilter = { place: "NL" };
  const first = await queuePage(handler, filter, day);
  expect(first).toMatchObject({ total: more });
  expect(first.newer).toBeUndefined();
  const earlier = await desk.file({ country: "NL" }, new Date("2026-11-01T10:00:00Z"));
  await desk.confirm(earlier.id, new Date("2026-11-01T11:00:00Z"));
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
  expect((await queuePage(stranger, {}, day)).rows.map((row) => row.reference)).toEqual([reference]);
  expect(await database().privacyRequest.count()).toBe(0);
});

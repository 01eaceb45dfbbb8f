import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileRequest } from "@/lib/commands/file-request";
import { aFiling, named, openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { overdueReport } from "./overdue";

const at = (day: string) => new Date(`${day}T15:00:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let handler: StaffActor;
let approver: StaffActor;

beforeAll(async () => {
  desk = await openDesk(at("2026-12-04"));
  handler = await desk.member("handler");
  approver = await desk.member("approver");
});
afterAll(() => desk.close());

const report = (day: string) => overdueReport(handler, { organisation: desk.organisation, asOf: calendarDate(day) });

async function answer(id: string, day: string) {
  const outcomes = [{ right: "access", outcome: "granted", ground: null }] as const;
  await desk.step(handler, id, { step: "begin" }, at(day));
  await desk.step(handler, id, { step: "accept_proof", kind: "address_on_file", words: "Same address." }, at(day));
  await desk.step(handler, id, { step: "prepare", words: "Here it is.", outcomes, files: [] }, at(day));
  return desk.step(approver, id, { step: "release" }, at(day));
}

it("gives the same numbers for a day that is over, whatever happened since", async () => {
  const kept = await desk.file({}, at("2026-09-01"));
  await desk.confirm(kept.id, at("2026-09-01"));
  const broken = await desk.file({}, at("2026-09-02"));
  await desk.confirm(broken.id, at("2026-09-02"));
  const silent = await desk.file({}, at("2026-09-03"));
  expect(await answer(kept.id, "2026-09-10")).toMatchObject({ ok: true });
  const then = await report("2026-10-10");
  expect(then).toMatchObject({ open: 1, dueSoon: 0, overdue: 1, overdueAfterExtension: 0 });
  expect(then.late).toMatchObject([
    { reference: broken.reference, dueOn: "2026-10-02", daysLate: 8, state: "open", owner: null, lastWord: null },
  ]);
  expect(then.cohorts.at(-2)).toEqual({ month: "2026-09", onTime: 1, late: 1, open: 0, ended: 0 });
  expect(await answer(broken.id, "2026-10-12")).toMatchObject({ ok: true });
  expect(await report("2026-10-10")).toEqual(then);
  const later = await report("2026-10-12");
  expect(later).toMatchObject({ open: 0, overdue: 0 });
  expect(later.cohorts.at(-2)).toEqual({ month: "2026-09", onTime: 1, late: 1, open: 0, ended: 0 });
  expect(JSON.stringify(later)).not.toContain(silent.reference);
});

it("says who has the ball since when, what the person last heard, and what was late after an extension", async () => {
  const { id, reference } = await desk.file({ country: "FR" }, at("2026-08-03"));
  await desk.confirm(id, at("2026-08-03"));
  await desk.step(handler, id, { step: "begin" }, at("2026-08-04"));
  await desk.step(handler, id, { step: "extend", words: "Eleven workspaces." }, at("2026-08-20"));
  const { late, overdueAfterExtension } = await report("2026-11-10");
  expect(overdueAfterExtension).toBe(1);
  expect(late).toMatchObject([
    {
      reference,
      dueOn: "2026-11-03",
      daysLate: 7,
      extended: true,
      since: "2026-08-04",
      proofMissing: true,
      owner: "Demo handler",
      lastWord: { on: "2026-08-20", event: "DeadlineExtended" },
    },
  ]);
  expect((await report("2026-10-31")).dueSoon).toBe(1);
});

it("counts a letter that was written down later from the day on which it was written down", async () => {
  const filing = aFiling({ channel: "post", receivedOn: calendarDate("2026-07-01") });
  const input = { organisation: desk.organisation, filing, filingKey: randomUUID() };
  const before = await report("2026-07-19");
  const filed = await fileRequest(handler, input, at("2026-07-20"));
  if (!filed.ok) throw new Error(filed.refusal);
  expect(await report("2026-07-19")).toEqual(before);
  const { open, cohorts } = await report("2026-07-20");
  expect(open).toBe(before.open + 1);
  expect(cohorts.at(-1)).toMatchObject({ month: "2026-07", open: 1 });
});

it("leaves out of every number what was withdrawn or lapsed before its address was confirmed", async () => {
  const withdraw = async (id: string, day: string) => {
    const person = { kind: "person", organisationId: desk.organisation.id, requestId: id, proven: true } as const;
    expect(await desk.step(person, id, { step: "withdraw" }, at(day))).toMatchObject({ ok: true });
  };
  const lapsed = await desk.file({}, at("2026-06-01"));
  await desk.deliver(lapsed.id, at("2026-06-01"));
  const system = { kind: "system", organisationId: desk.organisation.id, task: "lapse" } as const;
  expect(await desk.step(system, lapsed.id, { step: "lapse" }, at("2026-07-15"))).toMatchObject({ ok: true });
  const unconfirmed = await desk.file({}, at("2026-06-02"));
  await withdraw(unconfirmed.id, "2026-06-03");
  expect((await report("2026-07-15")).cohorts.at(-2)).toMatchObject({ month: "2026-06", ended: 0 });
  const confirmed = await desk.file({}, at("2026-06-04"));
  await desk.confirm(confirmed.id, at("2026-06-04"));
  await withdraw(confirmed.id, "2026-06-05");
  const june = { month: "2026-06", onTime: 0, late: 0, open: 0, ended: 1 };
  expect((await report("2026-07-15")).cohorts.at(-2)).toEqual(june);
});

it("is refused across organisations", async () => {
  const stranger = { ...handler, organisationId: named(desk.organisations, "ares").id };
  const organisation = desk.organisation;
  await expect(overdueReport(stranger, { organisation, asOf: calendarDate("2026-11-10") })).rejects.toThrow(
    "own organisation",
  );
});

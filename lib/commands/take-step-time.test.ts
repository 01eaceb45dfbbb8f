import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayFromRow } from "@/lib/db/law-day";
import { type CalendarDate, calendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { Filing } from "@/lib/domain/filing";
import { openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const filedOn = calendarDate("2026-12-04");
/** Noon UTC is the same day at every example organisation. */
const at = (day: string) => new Date(`${day}T17:00:00Z`);
const extend = { step: "extend", words: "Six systems have to be searched." } as const;

async function working(filing: Partial<Filing> = {}) {
  const handler = await desk.member("handler");
  const { id, person } = await desk.file(filing);
  await desk.confirm(id);
  await desk.step(handler, id, { step: "begin" });
  return { id, person, handler };
}
async function dueOf(id: string): Promise<CalendarDate | null> {
  const { row } = await desk.look(id);
  return row.dueOn ? dayFromRow(row.dueOn) : null;
}
const system = (task: string) => ({ kind: "system", organisationId: desk.organisation.id, task }) as const;

describe("A9, GDPR Art. 12(3): promise and law", () => {
  it("the due date is the earlier of the two", async () => {
    const { id } = await working();
    expect(await dueOf(id)).toBe("2027-01-03");
  });

  it("an extension with its reason gives the law's date, told to the person, once", async () => {
    const { id, handler } = await working();
    expect(await desk.step(handler, id, extend, at("2026-12-20"))).toMatchObject({ ok: true });
    expect(await dueOf(id)).toBe("2027-03-04");
    expect((await desk.look(id)).facts.extension).toEqual({ on: "2026-12-20", from: "2027-01-04", to: "2027-03-04" });
    expect(await desk.step(handler, id, extend, at("2026-12-21"))).toEqual({ ok: false, refusal: "already_extended" });
  });

  it("may be told on the last day of the law's month and not on the day after", async () => {
    const [last, late] = [await working(), await working()];
    expect(await desk.step(last.handler, last.id, extend, at("2027-01-04"))).toMatchObject({ ok: true });
    const refused = await desk.step(late.handler, late.id, extend, at("2027-01-05"));
    expect(refused).toEqual({ ok: false, refusal: "extension_too_late" });
    expect(await dueOf(late.id)).toBe("2027-01-03");
  });

  it("needs its reason", async () => {
    const { id, handler } = await working();
    const wordless = await desk.step(handler, id, { ...extend, words: "  " }, at("2026-12-20"));
    expect(wordless).toEqual({ ok: false, refusal: "reason_missing" });
  });

  it("Quebec Act P-39.1 s. 32 knows none, nor does a promise alone", async () => {
    const handler = await desk.member("handler");
    for (const place of [
      { country: "CA", region: "CA-QC" },
      { country: "JP", region: null },
    ]) {
      const { id } = await working(place);
      expect(await desk.step(handler, id, extend, at("2026-12-20"))).toEqual({
        ok: false,
        refusal: "no_extension_in_law",
      });
    }
  });
});

describe("withdraw", () => {
  it("ends the request for good, and tells the person", async () => {
    const { id, person, handler } = await working();
    expect(await desk.step(person, id, { step: "withdraw" })).toMatchObject({ ok: true });
    expect((await desk.look(id)).facts).toMatchObject({ state: "withdrawn", closedOn: filedOn });
    expect(await desk.step(person, id, { step: "withdraw" })).toEqual({ ok: false, refusal: "not_open_in_this_state" });
    expect(await desk.step(handler, id, { step: "begin" })).toEqual({ ok: false, refusal: "not_open_in_this_state" });
  });
  it("is the person's alone", async () => {
    const { id, handler } = await working();
    expect(await desk.step(handler, id, { step: "withdraw" })).toEqual({ ok: false, refusal: "not_your_role" });
  });
  it("ATK-R2: against a release in the same moment one of the two wins", async () => {
    const { id, person, handler } = await working();
    const approver = await desk.member("approver");
    const outcomes = [{ right: "access", outcome: "refused", ground: "not_identified" }] as const;
    await desk.step(handler, id, { step: "prepare", words: "No.", outcomes, files: [] });
    const both = await Promise.all([
      desk.step(person, id, { step: "withdraw" }),
      desk.step(approver, id, { step: "release" }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(["withdrawn", "answered"]).toContain((await desk.look(id)).facts.state);
  });
});

describe("what happens by itself", () => {
  it("reminds on the days of the profile, once each", async () => {
    const { id } = await desk.file();
    const [first = 0, second = 0] = desk.organisation.profile.lapse.remindAfterDays;
    const remind = (day: CalendarDate) => desk.step(system("remind"), id, { step: "remind" }, at(day));
    const early = { ok: false, refusal: "too_early" };
    expect(await remind(plusDays(filedOn, first - 1))).toEqual(early);
    expect(await remind(plusDays(filedOn, first))).toMatchObject({ ok: true });
    expect(await remind(plusDays(filedOn, first))).toEqual(early);
    if (second) expect(await remind(plusDays(filedOn, second))).toMatchObject({ ok: true });
  });

  it("lapses only after the organisation's period, and never a confirmed request", async () => {
    const waiting = await desk.file();
    await desk.deliver(waiting.id);
    const { id: confirmed } = await working();
    const after = desk.organisation.profile.lapse.unconfirmedAfterDays;
    const lapse = (id: string, day: CalendarDate) => desk.step(system("lapse"), id, { step: "lapse" }, at(day));
    expect(await lapse(waiting.id, plusDays(filedOn, after))).toEqual({ ok: false, refusal: "too_early" });
    expect(await lapse(waiting.id, plusDays(filedOn, after + 1))).toMatchObject({ ok: true });
    expect((await desk.look(waiting.id)).facts.state).toBe("lapsed");
    expect(await lapse(confirmed, plusDays(filedOn, after + 1))).toEqual({
      ok: false,
      refusal: "not_open_in_this_state",
    });
  });

  it("warns before the due date and escalates after it, once for each date", async () => {
    const { id } = await working();
    const warn = (day: string) => desk.step(system("due"), id, { step: "warn" }, at(day));
    const escalate = (day: string) => desk.step(system("due"), id, { step: "escalate" }, at(day));
    expect(await warn("2026-12-10")).toEqual({ ok: false, refusal: "too_early" });
    expect(await warn("2027-01-01")).toMatchObject({ ok: true });
    expect(await warn("2027-01-02")).toEqual({ ok: false, refusal: "already_done" });
    expect(await escalate("2027-01-03")).toEqual({ ok: false, refusal: "too_early" });
    expect(await escalate("2027-01-04")).toMatchObject({ ok: true });
    expect(await escalate("2027-01-05")).toEqual({ ok: false, refusal: "already_done" });
  });
});

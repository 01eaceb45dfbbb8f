import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noticeDue } from "@/lib/commands/notice-due";
import { at, contestedAt, refused } from "@/lib/commands/test-contested";
import { openDesk } from "@/lib/commands/test-desk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { checkRecord } from "@/lib/db/record-check";
import { calendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { QueueFilter } from "@/lib/domain/queue";
import { readQueueFilter } from "@/lib/forms/console-queue";
import { queueCounts, queuePage } from "@/lib/queries/queue";
import { sweepDue } from "./sweep-due";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
type Contested = Awaited<ReturnType<typeof contestedAt>>;

/** An appeal of a Virginian, refused, closed and appealed on one day; its decision is due sixty days later. */
async function appealed(closed = true) {
  const va = await contestedAt(desk, { country: "US", region: "VA" }, "2026-07-20");
  await va.step(va.handler, { step: "begin" }, "2026-07-20");
  await va.answer(refused, "2026-07-20");
  if (closed) await va.step(va.handler, { step: "close" }, "2026-07-21");
  await va.step(va.person, { step: "contest", contest: "appeal", words: "Look again." }, "2026-08-05");
  return va;
}
const due = calendarDate("2026-10-04");
const onDay = (after: number) => at(plusDays(due, after));
const noticesOf = async (one: Contested) =>
  (await one.look()).chain.map(({ event }) => event).filter(({ type }) => /Noticed|Escalated/.test(type));
const readersOf = ({ organisation }: Contested, kind: string, now: Date) =>
  inOrganisation(organisation.id, async ({ tx }) => {
    const letters = await tx.letter.findMany({ where: { kind, cause: { contains: now.toISOString() } } });
    return letters.map(({ staffId, facts }) => ({ staffId, facts: facts as { requests: number; contested: number } }));
  });

describe("Va. Code §59.1-577(C): what is contested is swept like an answer, whatever became of the request", () => {
  it("is reminded of at the organisation's offsets and escalated once, to those who may decide and to nobody else", async () => {
    const va = await appealed();
    const offsets = va.organisation.profile.remindBeforeDueDays ?? [va.organisation.profile.dueSoonDays];
    const before = Math.max(...offsets);
    expect(await sweepDue(va.organisation, onDay(-before - 1))).toBe(0);
    const reminded = onDay(-before);
    expect(await sweepDue(va.organisation, reminded)).toBe(1);
    expect(await sweepDue(va.organisation, reminded)).toBe(0);
    expect(await noticesOf(va)).toEqual([{ type: "ContestDueSoonNoticed", contest: "appeal", dueOn: due, before }]);
    const told = await readersOf(va, "staff_due_soon", reminded);
    const staff = told.map(({ staffId }) => staffId);
    expect(staff).toContain(va.dpo.staffId);
    expect(staff).not.toContain(va.approver.staffId);
    expect(staff).not.toContain(va.handler.staffId);
    expect(told.every(({ facts }) => facts.requests === 1 && facts.contested === 1)).toBe(true);
    await sweepDue(va.organisation, onDay(1));
    expect((await noticesOf(va)).at(-1)).toEqual({ type: "ContestOverdueEscalated", contest: "appeal", dueOn: due });
    const escalated = (await readersOf(va, "staff_overdue", onDay(1))).map(({ staffId }) => staffId);
    expect(escalated).toContain(va.dpo.staffId);
    expect(escalated).not.toContain(va.approver.staffId);
    expect(await sweepDue(va.organisation, onDay(30))).toBe(0);
    expect((await va.look()).row.noticeOn).toBeNull();
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("ATK-R2: many at once are told of once each, in one letter a reader, and written as one step writes it", async () => {
    const [one, other, third] = [await appealed(), await appealed(), await appealed(false)];
    const now = onDay(2);
    const system = { kind: "system", organisationId: one.organisation.id, task: "sweep" } as const;
    const ids = [one.id, other.id];
    const [swept, again] = await Promise.all([
      noticeDue(system, { organisation: one.organisation, ids }, now),
      noticeDue(system, { organisation: one.organisation, ids }, now),
    ]);
    expect([swept, again].map((told) => (told.ok ? told.noticed : 0)).reduce((sum, count) => sum + count)).toBe(2);
    expect(await third.step(system, { step: "escalate_contest", contest: "appeal" }, plusDays(due, 2))).toMatchObject({
      ok: true,
    });
    for (const each of [one, other, third]) {
      expect(await noticesOf(each)).toEqual([{ type: "ContestOverdueEscalated", contest: "appeal", dueOn: due }]);
      const { row } = await each.look();
      expect(row).toMatchObject({
        noticeOn: null,
        contestStanding: [{ kind: "appeal", dueOn: due, escalatedFor: due }],
      });
    }
    const told = (await readersOf(one, "staff_overdue", now)).filter(({ staffId }) => staffId === one.dpo.staffId);
    expect(told.map(({ facts }) => facts)).toMatchObject([{ requests: 3, contested: 3 }]);
    expect(await checkRecord()).toMatchObject({ problem: null });
  });

  it("where everybody who decides has judged, the DPO and the administrators hear of it all the same", async () => {
    const va = await appealed();
    const judged = await inOrganisation(va.organisation.id, ({ tx }) => tx.membership.findMany());
    // Nobody but the judge is left to decide.
    await inOrganisation(va.organisation.id, ({ tx }) =>
      tx.membership.deleteMany({
        where: { staffId: { not: va.approver.staffId }, roles: { hasSome: ["approver", "dpo"] } },
      }),
    );
    await va.member("administrator");
    await sweepDue(va.organisation, onDay(3));
    expect(await readersOf(va, "staff_overdue", onDay(3))).not.toEqual([]);
    expect(judged.length).toBeGreaterThan(3);
  });
});

describe("DPA 2018 s.164A: a complaint without a day in the law is not forgotten", () => {
  it("the acknowledgement is reminded of before its thirty days end, the decision by our own day", async () => {
    const uk = await contestedAt(desk, { country: "GB" }, "2026-07-01");
    await uk.step(uk.person, { step: "contest", contest: "complaint", words: "Nobody called." }, "2026-07-01");
    await uk.step(uk.person, { step: "withdraw" }, "2026-07-02");
    const offsets = uk.organisation.profile.remindBeforeDueDays ?? [uk.organisation.profile.dueSoonDays];
    const before = Math.max(...offsets);
    const acknowledgeBy = calendarDate("2026-07-31");
    await sweepDue(uk.organisation, at(plusDays(acknowledgeBy, -before)));
    expect(await noticesOf(uk)).toMatchObject([{ type: "ContestDueSoonNoticed", dueOn: acknowledgeBy, before }]);
    // Acknowledged in time: what is left is the decision, on the day that we gave ourselves.
    await uk.step(uk.dpo, { step: "acknowledge_contest", contest: "complaint" }, "2026-07-30");
    await sweepDue(uk.organisation, at("2026-08-01"));
    expect((await noticesOf(uk)).at(-1)).toMatchObject({ type: "ContestOverdueEscalated", dueOn: "2026-07-31" });
    await uk.step(
      uk.dpo,
      { step: "decide_contest", contest: "complaint", outcome: "granted", words: "Sorry." },
      "2026-08-02",
    );
    expect((await uk.look()).row).toMatchObject({ noticeOn: null, contestStanding: null });
  });
});

describe("the queue", () => {
  const day = { today: plusDays(due, 1), soonDays: 7 };
  const found = async ({ dpo }: Contested, filter: QueueFilter, on = day) =>
    (await queuePage(dpo, filter, on)).rows.map(({ reference }) => reference);

  it("a closed request whose appeal is open stands in its view, and in the views of dates by the appeal's day", async () => {
    const va = await appealed();
    const { reference } = va;
    for (const view of ["contested", "overdue"] as const) expect(await found(va, { view })).toContain(reference);
    for (const view of ["open", "owed", "due", "week"] as const)
      expect(await found(va, { view })).not.toContain(reference);
    const before = { today: plusDays(due, -3), soonDays: 7 };
    expect(await found(va, { view: "due" }, before)).toContain(reference);
    expect(await found(va, { view: "overdue" }, before)).not.toContain(reference);
    const { rows } = await queuePage(va.dpo, { view: "contested" }, day);
    expect(rows.find((row) => row.reference === reference)?.contests).toEqual([{ kind: "appeal", dueOn: due }]);
    const days = rows.map(({ contestDueOn }) => contestDueOn);
    expect(days).toEqual([...days].sort());
    expect((await queueCounts(va.dpo, day)).contested).toBe(rows.length);
    // The view of a right alone has the same rows.
    expect(await found(va, readQueueFilter({ view: "overdue", right: "access" }))).toContain(reference);
    await va.step(va.dpo, { step: "decide_contest", contest: "appeal", outcome: "denied", words: "No." }, "2026-08-06");
    for (const view of ["contested", "overdue"] as const) expect(await found(va, { view })).not.toContain(reference);
  });

  it("is asked for by kind and by day, everywhere where no view is named", async () => {
    const va = await appealed();
    const uk = await contestedAt(desk, { country: "GB" }, "2026-09-20");
    await uk.step(uk.handler, entered, "2026-09-21");
    const asked = async (q: string) => {
      const references = await found(va, readQueueFilter({ q }));
      return [va, uk].map(({ reference }) => references.includes(reference));
    };
    expect(await asked("contest:any")).toEqual([true, true]);
    expect(await asked("contest:appeal")).toEqual([true, false]);
    expect(await asked("contest:complaint")).toEqual([false, true]);
    expect(await asked("contest:any contestdue:overdue")).toEqual([true, false]);
    expect(await asked("contestdue:<30d -contestdue:overdue")).toEqual([false, true]);
    expect(await asked("-contest:any")).toEqual([false, false]);
    expect(await asked("status:closed -contest:complaint")).toEqual([true, false]);
  });
});
const entered = {
  step: "enter_contest",
  contest: "complaint",
  words: "They rang.",
  takenDown: { channel: "telephone" },
} as const;

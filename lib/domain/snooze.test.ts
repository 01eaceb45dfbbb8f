import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import type { StepEvent } from "./events";
import { liveStates, states } from "./lifecycle";
import { applyEvent, type RequestFacts } from "./request";
import { requestClock } from "./request-clock";
import { isSnoozed, lastSnoozeDay, snoozeRefusal } from "./snooze";
import { stepRefusal } from "./take-step";
import { aContext, eventOf, filedOn, handlerId, inState } from "./test-request";

const until = calendarDate("2026-12-14");
const snooze = { until, wakeOnReply: true };
const asleep = (given: Partial<RequestFacts> = {}) => inState("in_progress", { snooze, ...given });
const folded = (facts: RequestFacts, event: StepEvent) =>
  applyEvent(facts, { event, day: filedOn, actorId: handlerId });

describe("C1: a request that is out of the way", () => {
  it("comes back on its day without anybody doing anything", () => {
    const days = ["2026-12-13", "2026-12-14", "2026-12-15"].map((day) => isSnoozed(snooze, calendarDate(day)));
    expect(days).toEqual([true, false, false]);
    expect(isSnoozed(null, filedOn)).toBe(false);
  });

  it("changes neither state nor proof nor clock", () => {
    const before = inState("in_progress");
    const slept = folded(before, eventOf("Snoozed"));
    expect(slept).toEqual({ ...before, version: before.version + 1, snooze });
    const due = (facts: RequestFacts) => requestClock(facts, { promiseDays: 30, holidays: new Set() }).dueOn;
    expect(due(slept)).toBe(due(before));
  });

  it.each([
    "MessageReceived",
    "ProofShown",
    "ContactConfirmed",
    "AuthorityConfirmed",
    "AuthorityDenied",
    "AddressChanged",
  ] as const)("%s wakes it where that was wished, and leaves it where it was not", (type) => {
    expect(folded(asleep(), eventOf(type)).snooze).toBeNull();
    const deep = { until, wakeOnReply: false };
    expect(folded(asleep({ snooze: deep }), eventOf(type)).snooze).toEqual(deep);
  });

  it.each(["NoteAdded", "RequestAssigned", "DueSoonNoticed", "LetterSent"] as const)("%s lets it sleep", (type) => {
    expect(folded(asleep(), eventOf(type)).snooze).toEqual(snooze);
  });

  it.each(["Woken", "AnswerReleased", "RequestWithdrawn", "ProofLapsed"] as const)("%s ends it", (type) => {
    expect(folded(asleep(), eventOf(type)).snooze).toBeNull();
  });

  it("a second one takes the place of the first", () => {
    const event = { type: "Snoozed", until: calendarDate("2026-12-20"), wakeOnReply: false } as const;
    expect(folded(asleep(), event).snooze).toEqual({ until: event.until, wakeOnReply: false });
  });

  it("is for requests on the desk, and for nobody who only looks", () => {
    const open = states.filter((state) => stepRefusal("snooze", aContext({ facts: inState(state), until })) === null);
    expect(open).toEqual(liveStates);
    const auditor = { kind: "staff", organisationId: "o", staffId: handlerId, roles: ["auditor"] } as const;
    expect(stepRefusal("snooze", aContext({ actor: auditor, until }))).toBe("not_your_role");
  });
});

describe("GDPR Art. 12(3): nothing sleeps past its date unsaid", () => {
  const dueOn = calendarDate("2027-01-03");
  const judged = (day: string, late = false) => snoozeRefusal({ until: calendarDate(day), late }, dueOn, filedOn);

  it("takes a day after today and before the answer is due", () => {
    expect(lastSnoozeDay(dueOn)).toBe("2027-01-02");
    expect(["2026-12-03", "2026-12-04", "2026-12-05", "2027-01-02"].map((day) => judged(day))).toEqual([
      "snooze_not_ahead",
      "snooze_not_ahead",
      null,
      null,
    ]);
  });
  it("takes a later one only from whoever says that they mean it", () => {
    expect([judged("2027-01-03"), judged("2027-01-03", true), judged("2026-12-04", true)]).toEqual([
      "snooze_late",
      null,
      "snooze_not_ahead",
    ]);
  });
  it("asks nothing of a clock that stands still", () => {
    expect(lastSnoozeDay(null)).toBeNull();
    expect(snoozeRefusal({ until: calendarDate("2027-06-01"), late: false }, null, filedOn)).toBeNull();
  });
  it("leads to the page where the day is typed", () => {
    expect(stepRefusal("snooze", aContext({ facts: inState("open"), until: null }))).toBeNull();
  });
});

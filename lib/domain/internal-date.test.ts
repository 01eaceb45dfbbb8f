import { describe, expect, it } from "vitest";
import { calendarDate as day } from "./calendar-date";
import { nextNoticeOn, workBy } from "./due-notices";
import { internalDateRefusal, lastInternalDay } from "./internal-date";
import { endedStates, liveStates } from "./lifecycle";
import { applyEvent, type RequestFacts } from "./request";
import { requestClock } from "./request-clock";
import { stepRefusal } from "./take-step";
import { aContext, eventOf, filedOn, handlerId, inState, someSettings } from "./test-request";

const own = day("2026-12-20");
const dueOn = day("2027-01-03");
const folded = (facts: RequestFacts, on: typeof own | null) =>
  applyEvent(facts, { event: { type: "InternalDateSet", on }, day: filedOn, actorId: handlerId });

describe("D6: the date by which the house wants to be done", () => {
  it("is the day that staff work to, and leaves the law's date, the state and the proof as they are", () => {
    const before = inState("in_progress");
    const set = folded(before, own);
    expect(set).toEqual({ ...before, version: before.version + 1, internalOn: own });
    const due = (facts: RequestFacts) => requestClock(facts, someSettings()).dueOn;
    expect([due(set), due(before)]).toEqual([dueOn, dueOn]);
    expect(workBy({ ...set, dueOn })).toBe(own);
  });

  it("brings the reminder forward by so much, and taking it away brings it back", () => {
    const policy = { dueSoonDays: 7, remindBeforeDueDays: [7] };
    const next = (facts: RequestFacts) => nextNoticeOn({ ...facts, dueOn }, policy);
    const set = folded(inState("in_progress"), own);
    expect([next(inState("in_progress")), next(set), next(folded(set, null))]).toEqual([
      "2026-12-27",
      "2026-12-13",
      "2026-12-27",
    ]);
  });

  it("is over with the answer and with every other end, so that no request comes back with an old one", () => {
    const answered = applyEvent(inState("answer_prepared", { internalOn: own }), {
      event: eventOf("AnswerReleased"),
      day: filedOn,
      actorId: handlerId,
    });
    expect(answered.internalOn).toBeNull();
    for (const state of liveStates) {
      const kept = applyEvent(inState(state, { internalOn: own }), {
        event: eventOf("ChecklistTicked"),
        day: filedOn,
        actorId: handlerId,
      });
      expect(kept.internalOn).toBe(own);
    }
  });

  it("is given by whoever works on the request, and while there is something to work on", () => {
    const by = (
      role: "handler" | "approver" | "dpo" | "administrator" | "auditor",
      state: (typeof liveStates)[number],
    ) =>
      stepRefusal(
        "set_internal_date",
        aContext({
          facts: inState(state),
          internalOn: own,
          actor: { kind: "staff", organisationId: "o", staffId: handlerId, roles: [role] },
        }),
      );
    expect(["handler", "approver", "dpo"].map((role) => by(role as "handler", "in_progress"))).toEqual([
      null,
      null,
      null,
    ]);
    expect([by("auditor", "open"), by("administrator", "open")]).toEqual(["not_your_role", "not_your_role"]);
    expect(endedStates.map((state) => by("handler", state))).toEqual(endedStates.map(() => "not_open_in_this_state"));
  });

  it("can be taken away also where no other day fits any more", () => {
    const over = { dueOn, internalOn: own, today: day("2027-02-01") };
    expect([internalDateRefusal(undefined, over), internalDateRefusal(null, over)]).toEqual([null, null]);
    expect([lastInternalDay(dueOn), lastInternalDay(null)]).toEqual(["2027-01-02", null]);
  });
});

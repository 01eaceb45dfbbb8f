import { describe, expect, it } from "vitest";
import {
  type BulkChange,
  type BulkFacts,
  bulkRefusal,
  bulkSteps,
  bulkStepsFor,
  canUndo,
  isSameForAll,
  lettersOf,
  undoRefusal,
} from "./bulk";
import { calendarDate as day } from "./calendar-date";
import { nextState, states } from "./lifecycle";

const today = day("2026-12-04");
const open: BulkFacts = { state: "open", purged: false, dueOn: day("2027-01-03"), snoozedUntil: null, language: "en" };
const texts = { en: "Dear {name}, by {dueOn}.", de: "Guten Tag {name}." };
const changes: readonly BulkChange[] = [
  { step: "assign", to: null },
  { step: "begin" },
  { step: "resume" },
  { step: "close" },
  { step: "note", words: "Called all of them." },
  { step: "message", template: "Delay", texts },
  { step: "snooze", until: day("2026-12-10"), wakeOnReply: true },
];

describe("one step for many requests", () => {
  it.each(bulkSteps)("%s needs nothing of the single case that the row does not say", (step) => {
    expect(isSameForAll(step)).toBe(true);
  });
  it("a message alone tells the person something, and each of them one letter", () => {
    expect(bulkSteps.map(lettersOf)).toEqual(bulkSteps.map((step) => (step === "message" ? 1 : 0)));
  });
  it.each(changes.flatMap((change) => states.map((state) => [change.step, state, change] as const)))(
    "%s on %s: the look over says what the lifecycle says",
    (step, state, change) => {
      const refusal = nextState(step, state) === null ? "not_open_in_this_state" : null;
      expect(bulkRefusal(change, { ...open, state }, today)).toBe(refusal);
    },
  );
  it("nothing happens to what was purged", () => {
    const purged = { ...open, state: "answered", purged: true } as const;
    for (const change of changes) expect(bulkRefusal(change, purged, today)).toBe("not_open_in_this_state");
  });
  it("a message leaves out whom the template does not speak to, and whose day it cannot say", () => {
    const message = { step: "message", template: "Delay", texts } as const;
    const said = (given: Partial<BulkFacts>) => bulkRefusal(message, { ...open, ...given }, today);
    expect(said({ language: "fr" })).toBe("template_not_in_language");
    expect(said({ dueOn: null })).toBe("template_has_blank");
    expect([said({ language: "de", dueOn: null }), said({})]).toEqual([null, null]);
  });
  it("C1: nothing sleeps past its date by a choice for many, and what sleeps already is left as it is", () => {
    const snooze = (until: string, given: Partial<BulkFacts> = {}) =>
      bulkRefusal({ step: "snooze", until: day(until), wakeOnReply: false }, { ...open, ...given }, today);
    expect([snooze("2027-01-02"), snooze("2027-01-03"), snooze("2026-12-04")]).toEqual([
      null,
      "snooze_late",
      "snooze_not_ahead",
    ]);
    expect(snooze("2027-06-01", { dueOn: null })).toBeNull();
    expect(snooze("2026-12-20", { snoozedUntil: day("2026-12-05") })).toBe("sleeps_already");
    expect(snooze("2026-12-20", { snoozedUntil: today })).toBeNull();
  });
  it("a role gets its own steps", () => {
    expect(bulkStepsFor(["auditor"])).toEqual([]);
    expect(bulkStepsFor(["administrator"])).toEqual(["assign"]);
    expect(bulkStepsFor(["dpo"])).toEqual(["assign", "close", "note", "message", "snooze"]);
    expect(bulkStepsFor(["handler"])).toEqual([...bulkSteps]);
  });
  it("only an owner and a snooze can be set back, and only where nobody chose another since", () => {
    expect(bulkSteps.filter(canUndo)).toEqual(["assign", "snooze"]);
    expect(undoRefusal("a", "a")).toBeNull();
    expect(undoRefusal("a", "b")).toBe("changed_meanwhile");
  });
});

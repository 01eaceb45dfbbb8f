import { describe, expect, it } from "vitest";
import { bulkRefusal, bulkSteps, bulkStepsFor, canUndo, isSameForAll, lettersOf, undoRefusal } from "./bulk";
import { nextState, states } from "./lifecycle";

describe("one step for many requests", () => {
  it.each(bulkSteps)("%s needs nothing of the single case and tells no person anything", (step) => {
    expect(isSameForAll(step)).toBe(true);
    expect(lettersOf(step)).toBe(0);
  });
  it.each(bulkSteps.flatMap((step) => states.map((state) => [step, state] as const)))(
    "%s on %s: the look over says what the lifecycle says",
    (step, state) => {
      const open = nextState(step, state) !== null;
      expect(bulkRefusal(step, { state, purged: false })).toBe(open ? null : "not_open_in_this_state");
    },
  );
  it("nothing happens to what was purged", () => {
    expect(bulkRefusal("close", { state: "answered", purged: true })).toBe("not_open_in_this_state");
  });
  it("a role gets its own steps", () => {
    expect(bulkStepsFor(["auditor"])).toEqual([]);
    expect(bulkStepsFor(["administrator"])).toEqual(["assign"]);
    expect(bulkStepsFor(["handler"])).toEqual([...bulkSteps]);
  });
  it("only an owner can be set back, and only where nobody chose another since", () => {
    expect(bulkSteps.filter(canUndo)).toEqual(["assign"]);
    expect(undoRefusal("a", "a")).toBeNull();
    expect(undoRefusal("a", "b")).toBe("changed_meanwhile");
  });
});

import { describe, expect, it } from "vitest";
import { mayChangeAddress } from "./delivery";
import { states } from "./lifecycle";
import { filedOn } from "./test-request";

describe("where letters go can still be changed", () => {
  it("from the confirmed request to the closed one, and not where nobody is left to write to", () => {
    const open = states.filter((state) => mayChangeAddress({ state, purgedOn: null }));
    expect(open).toEqual(["open", "in_progress", "waiting_for_person", "answer_prepared", "answered", "closed"]);
  });
  it("never once only the skeleton is left", () => {
    expect(mayChangeAddress({ state: "closed", purgedOn: filedOn })).toBe(false);
  });
});

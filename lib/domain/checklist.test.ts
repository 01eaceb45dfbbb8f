import { describe, expect, it } from "vitest";
import { checklistItemIds, checklistOf, isOnList, withTick } from "./checklist";
import { applyEvent } from "./request";
import { requestClock } from "./request-clock";
import { rights } from "./right";
import { aReceipt, eventOf, filedOn, handlerId, inState, someFacts } from "./test-request";

const asked = (right: (typeof rights)[number], regime: "eu_gdpr" | "us_ca_ccpa" = "eu_gdpr") =>
  someFacts({ received: aReceipt({ rights: [{ right, level: 2 }], regimes: [regime] }) });

describe("C7: what has to be looked at for each right", () => {
  it.each(rights)("%s has a list, each line with its provision", (right) => {
    const lines = checklistOf(asked(right));
    expect(lines.length).toBeGreaterThan(0);
    for (const { words, citation, done } of lines) {
      expect([words, citation.text, done]).toEqual([expect.stringMatching(/^[A-Z].{10,}/), expect.any(String), false]);
    }
  });

  it("no line is left that no right asks for", () => {
    expect(checklistItemIds.filter((item) => !rights.some((right) => isOnList(right, item)))).toEqual([]);
  });

  it("a line of one law is shown only where that law applies", () => {
    const items = (regime: "eu_gdpr" | "us_ca_ccpa") => checklistOf(asked("access", regime)).map(({ item }) => item);
    expect(items("us_ca_ccpa")).toContain("never_disclosed_left_out");
    expect(items("eu_gdpr")).not.toContain("never_disclosed_left_out");
    expect(items("us_ca_ccpa")).not.toContain("recipients_named");
  });
});

describe("a tick", () => {
  const tick = { right: "access", item: "all_systems_searched" } as const;
  it("stands until it is taken back, once for each right and line", () => {
    const both = withTick(withTick([], { ...tick, done: true }), { ...tick, right: "erasure", done: true });
    expect(both).toEqual([tick, { ...tick, right: "erasure" }]);
    expect(withTick(both, { ...tick, done: true })).toHaveLength(2);
    expect(withTick(both, { ...tick, done: false })).toEqual([{ ...tick, right: "erasure" }]);
    expect(withTick(both, { ...tick, item: "others_covered", done: true })).toHaveLength(3);
  });

  it("changes nothing but the list", () => {
    const before = inState("in_progress");
    const after = applyEvent(before, { event: eventOf("ChecklistTicked"), day: filedOn, actorId: handlerId });
    expect(after).toEqual({ ...before, version: before.version + 1, checklist: [tick] });
    expect(checklistOf(after).filter(({ done }) => done)).toHaveLength(1);
  });
});

describe("ATK-F1: a link between requests", () => {
  it("changes nothing but the remark, and goes as it came", () => {
    const before = inState("in_progress");
    const linked = applyEvent(before, { event: eventOf("RequestLinked"), day: filedOn, actorId: handlerId });
    const links = [{ to: "H4K2-9QTM-P", as: "same_person" }];
    expect(linked).toEqual({ ...before, version: before.version + 1, links });
    const due = (facts: typeof before) => requestClock(facts, { promiseDays: 30, holidays: new Set() }).dueOn;
    expect(due(linked)).toEqual(due(before));
    const unlinked = applyEvent(linked, { event: eventOf("RequestUnlinked"), day: filedOn, actorId: handlerId });
    expect(unlinked.links).toEqual([]);
  });
});

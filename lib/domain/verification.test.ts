import { describe, expect, it } from "vitest";
import {
  asksForOther,
  authorityKinds,
  isSatisfied,
  levelHeld,
  type ProofKind,
  proofKinds,
  relations,
} from "./verification";

const forOthers = ["agent", "guardian", "executor"] as const;
const kinds = Object.keys(proofKinds) as ProofKind[];

describe("what proofs give", () => {
  it("nothing without any", () => expect(levelHeld([], "self")).toBe(0));
  it.each(kinds)("ATK-I1: %s gives nothing while nobody confirmed the address", (kind) => {
    expect(levelHeld(kind === "contact_confirmed" ? [] : [kind], "self")).toBe(0);
  });
  it.each(kinds)("%s gives its level beside a confirmed address", (kind) => {
    expect(levelHeld(["contact_confirmed", kind], "helper")).toBe(proofKinds[kind].level);
  });
  it("ATK-I4: for somebody else, every paper of one's own gives no more than a confirmed address", () => {
    const own = kinds.filter((kind) => !authorityKinds.includes(kind));
    for (const relation of forOthers) {
      expect(levelHeld(own, relation)).toBe(1);
      for (const kind of authorityKinds) expect(levelHeld(["contact_confirmed", kind], relation)).toBe(3);
    }
  });
  it("more proof never gives less", () => {
    for (const first of kinds) {
      for (const second of kinds) {
        const alone = levelHeld(["contact_confirmed", first], "self");
        expect(levelHeld(["contact_confirmed", first, second], "self")).toBeGreaterThanOrEqual(alone);
      }
    }
  });
  it("a helper only types", () => expect(relations.filter(asksForOther)).toEqual(forOthers));
});

describe("what satisfies a demand", () => {
  const matched = { level: 2, ways: [["signed_in"], ["address_on_file"]] } as const;
  it("level 0 is satisfied by nothing at all", () => {
    for (const relation of relations) expect(isSatisfied({ level: 0, ways: [[]] }, [], relation)).toBe(true);
  });
  it("level 1 is a confirmed address", () => {
    expect(isSatisfied({ level: 1, ways: [[]] }, [], "self")).toBe(false);
    expect(isSatisfied({ level: 1, ways: [[]] }, ["contact_confirmed"], "self")).toBe(true);
  });
  it("any one way will do, and only whole", () => {
    expect(isSatisfied(matched, ["contact_confirmed", "address_on_file"], "self")).toBe(true);
    expect(isSatisfied(matched, ["contact_confirmed", "data_points_matched"], "self")).toBe(false);
    const both = { level: 3, ways: [["three_points_matched", "declaration"]] } as const;
    expect(isSatisfied(both, ["contact_confirmed", "declaration"], "self")).toBe(false);
    expect(isSatisfied(both, ["contact_confirmed", "declaration", "three_points_matched"], "self")).toBe(true);
  });
  it("ATK-I1: no way counts while the address is not confirmed", () => {
    expect(isSatisfied(matched, ["signed_in", "address_on_file"], "self")).toBe(false);
  });
  it("ATK-I4: no way of one's own counts for somebody else", () => {
    for (const relation of forOthers) {
      expect(isSatisfied(matched, ["contact_confirmed", "address_on_file"], relation)).toBe(false);
    }
  });
  it("a record from before ways were written down is judged by its level", () => {
    expect(isSatisfied({ level: 2 }, ["contact_confirmed", "document_checked"], "self")).toBe(true);
    expect(isSatisfied({ level: 3 }, ["contact_confirmed", "address_on_file"], "self")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { askable, demandOf, isRaised, raised } from "./proof-policy";
import { isSatisfied, type ProofKind } from "./verification";

describe("when something about the request is odd", () => {
  const base = demandOf({ right: "access", relation: "self", regimes: ["eu_gdpr"] });
  it("one match is not enough any more: two, or a document", () => {
    const more = raised(base, "self");
    expect(more.level).toBe(3);
    expect(isSatisfied(more, ["contact_confirmed", "address_on_file"], "self")).toBe(false);
    expect(isSatisfied(more, ["contact_confirmed", "address_on_file", "data_points_matched"], "self")).toBe(true);
    expect(isSatisfied(more, ["contact_confirmed", "document_checked"], "self")).toBe(true);
  });
  it("whoever satisfies the higher demand satisfied the first, so nothing that was shown is asked again", () => {
    for (const way of raised(base, "self").ways ?? []) {
      expect(base.ways.some((before) => before.every((kind) => way.includes(kind)))).toBe(true);
    }
  });
  it("11 CCR §7061(b): where the account alone would do, it takes the address on file or two points beside it", () => {
    const high = demandOf({ right: "access", relation: "self", regimes: ["us_ca_ccpa"] });
    const more = raised(high, "self");
    const held = (...proofs: ProofKind[]) => isSatisfied(more, ["contact_confirmed", ...proofs], "self");
    expect([held("signed_in"), held("address_on_file")]).toEqual([false, false]);
    for (const kind of ["address_on_file", "data_points_matched", "three_points_matched"] as const)
      expect([kind, held("signed_in", kind)]).toEqual([kind, true]);
    expect([held("three_points_matched", "declaration"), held("document_checked", "declaration")]).toEqual([
      true,
      true,
    ]);
    expect(raised(more, "self")).toBe(more);
    expect([isRaised(more, high), isRaised(high, high), isRaised(more, more)]).toEqual([true, false, false]);
    const question = { right: "access", relation: "self", regimes: ["us_ca_ccpa"] } as const;
    expect(askable(question, high)).not.toContain("data_points_matched");
    expect(askable(question, more)).toContain("data_points_matched");
  });
  it("what somebody shows who asks for another, and the oldest demands, stay as they are", () => {
    const agents = demandOf({ right: "access", relation: "agent", regimes: ["us_ca_ccpa"] });
    const old = { level: 3 } as const;
    expect([raised(agents, "agent") === agents, raised(old, "self") === old]).toEqual([true, true]);
    expect([isRaised(old, base), isRaised({ level: 2 }, base), isRaised(base, { level: 2 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("opt-outs, marketing and what a confirmed address is enough for stay as they are", () => {
    for (const right of ["opt_out_sale_sharing", "marketing_objection", "withdraw_consent"] as const) {
      const demand = demandOf({ right, relation: "self", regimes: ["us_ca_ccpa"] });
      expect(raised(demand, "self")).toBe(demand);
    }
  });
});

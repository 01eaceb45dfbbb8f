import { describe, expect, it } from "vitest";
import type { RegimeId } from "./regime";
import { type Right, rights } from "./right";
import {
  forbidsProof,
  isNeverVerified,
  levelHeld,
  levelNeeded,
  levelReason,
  type ProofKind,
  proofKinds,
  relations,
} from "./verification";

const optOuts: readonly Right[] = ["opt_out_sale_sharing", "limit_sensitive"];
const forOthers = ["agent", "guardian", "executor"] as const;
const kinds = Object.keys(proofKinds) as ProofKind[];

describe("what a right needs", () => {
  it.each(optOuts)("11 CCR §7026(d), §7027(e): %s is never verified, whoever asks", (right) => {
    expect(relations.map((relation) => levelNeeded(right, relation))).toEqual([0, 0, 0, 0, 0]);
  });
  it("GDPR Art. 21(3): an objection to marketing is absolute and never verified", () => {
    expect(levelNeeded("marketing_objection", "self")).toBe(0);
  });
  it("W11, W12: opting out of model training and reporting bias hand out nothing", () => {
    expect([levelNeeded("opt_out_ai_training", "self"), levelNeeded("bias_report", "agent")]).toEqual([0, 0]);
  });
  it.each(rights.filter((right) => !isNeverVerified(right)))(
    "ATK-F1: %s always needs proof, for every relation",
    (right) => {
      for (const relation of relations) expect([relation, levelNeeded(right, relation) >= 1]).toEqual([relation, true]);
    },
  );
  it.each(["access", "portability", "erasure", "rectification", "restriction", "automated_decision_review"] as const)(
    "GDPR Art. 12(6): %s hands out or changes data, so a confirmed address alone is not enough",
    (right) => expect(levelNeeded(right, "self")).toBe(2),
  );
  it("GDPR Art. 7(3): withdrawing consent is as easy as giving it", () => {
    expect(levelNeeded("withdraw_consent", "self")).toBe(1);
  });
  it("11 CCR §7063, ATK-I4: whoever acts for somebody else shows that they may", () => {
    for (const relation of forOthers) expect(levelNeeded("access", relation)).toBe(3);
    expect(levelNeeded("withdraw_consent", "guardian")).toBe(3);
  });
  it("a helper only types", () => {
    for (const right of rights) expect(levelNeeded(right, "helper")).toBe(levelNeeded(right, "self"));
  });
});

describe("what proofs give", () => {
  it("nothing without any", () => expect(levelHeld([], "self")).toBe(0));
  it.each(kinds)("ATK-I1: %s gives nothing while nobody confirmed the address", (kind) => {
    expect(levelHeld(kind === "contact_confirmed" ? [] : [kind], "self")).toBe(0);
  });
  it.each(kinds)("%s gives its level beside a confirmed address", (kind) => {
    expect(levelHeld(["contact_confirmed", kind], "helper")).toBe(proofKinds[kind].level);
  });
  it("ATK-I4: for somebody else, every paper of one's own gives no more than a confirmed address", () => {
    const own = kinds.filter((kind) => kind !== "authority_checked");
    for (const relation of forOthers) {
      expect(levelHeld(own, relation)).toBe(1);
      expect(levelHeld(["contact_confirmed", "authority_checked"], relation)).toBe(3);
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
});

it("says why, in a sentence, and the same sentence for the same level of the same cause", () => {
  expect(levelReason("opt_out_sale_sharing", "agent", [])).toMatch(/no proof for this/);
  expect(levelReason("access", "agent", [])).toMatch(/somebody else/);
  expect(levelReason("objection", "self", [])).toMatch(/confirming your address is enough/);
  expect(levelReason("access", "helper", [])).toBe(levelReason("access", "self", []));
});

describe("where the law itself forbids proof", () => {
  it.each<[Right, RegimeId, boolean]>([
    ["opt_out_sale_sharing", "us_ca_ccpa", true],
    ["limit_sensitive", "us_ca_ccpa", true],
    ["opt_out_sale_sharing", "us_ct_ctdpa", true],
    ["limit_sensitive", "us_ct_ctdpa", false],
    ["opt_out_sale_sharing", "us_va_vcdpa", false],
    ["opt_out_sale_sharing", "us_co_cpa", false],
    ["opt_out_sale_sharing", "us_tx_tdpsa", false],
    ["marketing_objection", "eu_gdpr", false],
    ["marketing_objection", "us_ca_ccpa", false],
    ["opt_out_ai_training", "us_ca_ccpa", false],
    ["bias_report", "eu_gdpr", false],
    ["erasure", "us_ca_ccpa", false],
  ])("%s under %s: %s", (right, regime, forbidden) => {
    expect(forbidsProof(right, ["br_lgpd", regime])).toBe(forbidden);
    expect(/law lets us ask only for what we need/.test(levelReason(right, "self", [regime]))).toBe(forbidden);
  });

  it("11 CCR §7026(d): what is needed to act may be asked, and the sentence says so", () => {
    for (const laws of [[], ["us_ca_ccpa"]] as const) {
      expect(levelReason("opt_out_sale_sharing", "self", laws)).toMatch(/what we need to do/);
    }
  });
});

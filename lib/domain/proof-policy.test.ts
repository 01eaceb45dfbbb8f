import { describe, expect, it } from "vitest";
import { identityRules } from "./identity-rules";
import {
  askable,
  demandOf,
  isNeverVerified,
  levelNeeded,
  mayBeAsked,
  proofRule,
  raised,
  wayWords,
} from "./proof-policy";
import type { RegimeId } from "./regime";
import { regimeIds } from "./regime";
import { type Right, rights } from "./right";
import { isSatisfied, type ProofKind, proofKinds, type Relation, relations } from "./verification";

const optOuts: readonly Right[] = ["opt_out_sale_sharing", "limit_sensitive"];
const forOthers = ["agent", "guardian", "executor"] as const;
const handsOut = [
  "access",
  "portability",
  "erasure",
  "rectification",
  "restriction",
  "automated_decision_review",
] as const;
const kinds = Object.keys(proofKinds) as ProofKind[];
const needed = (right: Right, relation: Relation, ...regimes: RegimeId[]) =>
  levelNeeded({ right, relation, regimes: regimes.length > 0 ? regimes : ["eu_gdpr"] });
const enough = (right: Right, relation: Relation, regime: RegimeId, ...held: ProofKind[]) =>
  isSatisfied(demandOf({ right, relation, regimes: [regime] }), ["contact_confirmed", ...held], relation);

describe("what a right needs", () => {
  it.each(optOuts)("11 CCR §7026(d), §7027(e): %s is never verified, whoever asks, under any law", (right) => {
    for (const regime of regimeIds) {
      expect(relations.map((relation) => needed(right, relation, regime))).toEqual([0, 0, 0, 0, 0]);
    }
  });
  it("GDPR Art. 21(3): an objection to marketing is absolute and never verified", () => {
    expect(needed("marketing_objection", "self")).toBe(0);
  });
  it("W11, W12: opting out of model training and reporting bias hand out nothing", () => {
    expect([needed("opt_out_ai_training", "self"), needed("bias_report", "agent")]).toEqual([0, 0]);
  });
  it.each(rights.filter((right) => !isNeverVerified(right)))(
    "ATK-F1: %s always needs proof, for every relation and law",
    (right) => {
      for (const regime of regimeIds) {
        for (const relation of relations) {
          expect([regime, relation, needed(right, relation, regime) >= 1]).toEqual([regime, relation, true]);
        }
      }
    },
  );
  it.each(handsOut)(
    "GDPR Art. 12(6): %s hands out or changes data, so a confirmed address alone is not enough",
    (right) => {
      expect(needed(right, "self")).toBe(2);
      expect(enough(right, "self", "eu_gdpr")).toBe(false);
      expect(enough(right, "self", "eu_gdpr", "address_on_file")).toBe(true);
    },
  );
  it("GDPR Art. 7(3): withdrawing consent is as easy as giving it", () => {
    expect(needed("withdraw_consent", "self")).toBe(1);
    expect(enough("withdraw_consent", "self", "eu_gdpr")).toBe(true);
  });
  it("a helper only types", () => {
    for (const right of rights) expect(needed(right, "helper")).toBe(needed(right, "self"));
  });
  it("where no law applies, the organisation's own word does", () => {
    expect(proofRule({ right: "erasure", relation: "self", regimes: [] })).toMatchObject({ level: 2, regime: null });
  });
  it("of several laws the one that wants most decides", () => {
    expect(proofRule({ right: "access", relation: "self", regimes: ["eu_gdpr", "us_ca_ccpa"] }).regime).toBe(
      "us_ca_ccpa",
    );
    expect(proofRule({ right: "erasure", relation: "self", regimes: ["eu_gdpr", "us_ca_ccpa"] }).regime).toBe(
      "eu_gdpr",
    );
  });
});

describe("11 CCR §7062: California's tiers", () => {
  it.each(["access", "portability", "automated_decision_review"] as const)(
    "%s hands out specific pieces: three points and a declaration, or the account (§7061)",
    (right) => {
      expect(needed(right, "self", "us_ca_ccpa")).toBe(3);
      expect(enough(right, "self", "us_ca_ccpa", "three_points_matched")).toBe(false);
      expect(enough(right, "self", "us_ca_ccpa", "declaration")).toBe(false);
      expect(enough(right, "self", "us_ca_ccpa", "data_points_matched", "declaration")).toBe(false);
      expect(enough(right, "self", "us_ca_ccpa", "three_points_matched", "declaration")).toBe(true);
      expect(enough(right, "self", "us_ca_ccpa", "signed_in")).toBe(true);
    },
  );
  it.each(["erasure", "rectification"] as const)("%s: two points are a reasonable degree", (right) => {
    expect(needed(right, "self", "us_ca_ccpa")).toBe(2);
    expect(enough(right, "self", "us_ca_ccpa", "data_points_matched")).toBe(true);
  });
});

describe("for somebody else", () => {
  it("11 CCR §7063, ATK-I4: a signed permission alone is not enough; with the person's own word it is", () => {
    expect(enough("access", "agent", "us_ca_ccpa", "permission_signed")).toBe(false);
    expect(enough("access", "agent", "us_ca_ccpa", "permission_signed", "document_checked")).toBe(false);
    expect(enough("access", "agent", "us_ca_ccpa", "permission_signed", "confirmed_by_person")).toBe(true);
  });
  it("11 CCR §7063(b), Probate Code §§4121–4130: a power of attorney ends every further question, and is never asked for", () => {
    expect(enough("access", "agent", "us_ca_ccpa", "power_of_attorney")).toBe(true);
    for (const others of regimeIds) {
      for (const regimes of [["us_ca_ccpa", others], [others, "us_ca_ccpa"], [others]] as const) {
        const question = { right: "access", relation: "agent", regimes } as const;
        expect([regimes, askable(question, demandOf(question))]).not.toEqual([
          regimes,
          expect.arrayContaining(["power_of_attorney"]),
        ]);
      }
    }
    expect(mayBeAsked("power_of_attorney")).toBe(false);
  });
  it("EDPB 01/2022 §§80–81: elsewhere the person's own word, or a power of attorney", () => {
    expect(enough("access", "agent", "eu_gdpr", "confirmed_by_person")).toBe(true);
    expect(enough("access", "agent", "eu_gdpr", "permission_signed")).toBe(false);
  });
  it("every paper of one's own shows nothing about authority, under any law", () => {
    const own = kinds.filter(
      (kind) => !["authority_checked", "power_of_attorney", "confirmed_by_person"].includes(kind),
    );
    for (const regime of regimeIds) {
      for (const relation of forOthers) expect(enough("withdraw_consent", relation, regime, ...own)).toBe(false);
    }
  });
  it("W18: a parent shows that they may act for the child", () => {
    expect(enough("erasure", "guardian", "us_ca_ccpa", "authority_checked")).toBe(true);
    expect(enough("erasure", "guardian", "us_ca_ccpa", "confirmed_by_person")).toBe(false);
  });
  it("Act P-39.1 ss.30, 40.1, DPDP Act s.14 and PAIA s.63(2) know heirs, nominees and next of kin; the GDPR leaves them to the states", () => {
    const knows = (regime: RegimeId) => identityRules[regime].executor.knows;
    expect(regimeIds.filter((regime) => knows(regime) === "yes")).toEqual(["ca_qc_law25", "in_dpdp", "za_popia_paia"]);
    expect(knows("eu_gdpr")).toBe("national");
    expect(enough("access", "executor", "ca_qc_law25", "authority_checked")).toBe(true);
  });
});

describe("ways are never weaker than their level, whatever the table says", () => {
  const carrying: readonly ProofKind[] = kinds.filter(
    (kind) => !["contact_confirmed", "declaration", "permission_signed"].includes(kind),
  );
  it("level 2 and 3 always rest on a proof that says who it is, level 3 on a strong one or on two", () => {
    for (const regime of regimeIds) {
      for (const relation of relations) {
        for (const right of rights) {
          const base = demandOf({ right, relation, regimes: [regime] });
          for (const { level, ways } of [base, raised(base, relation)]) {
            if (level < 2) continue;
            for (const way of ways ?? []) {
              expect([regime, right, way, way.some((kind) => carrying.includes(kind))]).toEqual([
                regime,
                right,
                way,
                true,
              ]);
              const strong = way.some((kind) => kind === "signed_in" || proofKinds[kind].level === 3);
              expect([regime, right, way, level < 3 || strong || way.length > 1]).toEqual([regime, right, way, true]);
            }
          }
        }
      }
    }
  });
});

describe("EDPB 01/2022 §§73–79: what may be asked for without a further reason", () => {
  const question = { right: "access", relation: "self", regimes: ["eu_gdpr"] } as const;
  it("never a document to begin with", () => {
    expect(askable(question, demandOf(question))).toEqual(["signed_in", "data_points_matched"]);
  });
  it("GDPR Art. 12(6): whether an address is on file is ours to look up; nobody is asked for it, and it stays a way", () => {
    for (const regime of regimeIds) {
      for (const relation of relations) {
        for (const right of rights) {
          const asked = { right, relation, regimes: [regime] };
          for (const demand of [demandOf(asked), raised(demandOf(asked), relation)])
            expect(askable(asked, demand)).not.toContain("address_on_file");
        }
      }
    }
    expect([mayBeAsked("address_on_file"), mayBeAsked("signed_in")]).toEqual([false, true]);
    expect(demandOf(question).ways).toContainEqual(["address_on_file"]);
  });
  it("a document once something is odd", () => {
    expect(askable(question, raised(demandOf(question), "self"))).toContain("document_checked");
  });
  it("nothing for an opt-out", () => {
    const optOut = { ...question, right: "opt_out_sale_sharing" } as const;
    expect(askable(optOut, demandOf(optOut))).toEqual([]);
  });
});

it("says a way in words", () => {
  expect(wayWords(["three_points_matched", "declaration"])).toBe(
    "three data points matched with what we hold + signed declaration",
  );
});

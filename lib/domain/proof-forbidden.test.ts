import { describe, expect, it } from "vitest";
import { forbidsProof, isNeverVerified, proofReasonWords, proofRule } from "./proof-policy";
import { type RegimeId, regimeIds } from "./regime";
import { type Right, rights } from "./right";

describe("where the law itself forbids proof", () => {
  it.each<[Right, RegimeId, boolean]>([
    ["opt_out_sale_sharing", "us_ca_ccpa", true],
    ["limit_sensitive", "us_ca_ccpa", true],
    // §42-518(c)(4) does not require it, and forbids nothing.
    ["opt_out_sale_sharing", "us_ct_ctdpa", false],
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
    expect(forbidsProof({ right, relation: "self", regimes: ["br_lgpd", regime] })).toBe(forbidden);
    const { reason } = proofRule({ right, relation: "self", regimes: [regime] });
    expect(reason === "forbidden").toBe(forbidden);
    expect(/law lets us ask only for what we need/.test(proofReasonWords(reason))).toBe(forbidden);
  });
  it("11 CCR §7026(j): of an agent the law forbids no signed permission; we do without all the same", () => {
    const question = { right: "opt_out_sale_sharing", relation: "agent", regimes: ["us_ca_ccpa"] } as const;
    expect(proofRule(question)).toMatchObject({ reason: "not_needed", level: 0, ask: [] });
    expect(forbidsProof(question)).toBe(false);
  });
  it("11 CCR §§7026(d), 7060(b): of several laws the one that forbids speaks; Conn. Gen. Stat. §42-518(c)(4) is cited alone", () => {
    const under = (...regimes: RegimeId[]) => proofRule({ right: "opt_out_sale_sharing", relation: "self", regimes });
    const { reason, regime, citation } = under("us_ct_ctdpa", "us_ca_ccpa");
    expect([reason, regime, citation.text.includes("7060(b)")]).toEqual(["forbidden", "us_ca_ccpa", true]);
    const connecticut = under("us_ct_ctdpa");
    expect([connecticut.reason, connecticut.citation.text]).toEqual([
      "not_needed",
      expect.stringContaining("§42-518(c)(4)"),
    ]);
  });
  it("11 CCR §7026(d): what is needed to act may be asked, and the sentence says so", () => {
    expect(proofReasonWords("forbidden")).toMatch(/what we need to do/);
    expect(proofReasonWords("not_needed")).toMatch(/what we need to do/);
  });
  it("cites the GDPR to nobody whom it does not protect: there the organisation's own promise counts", () => {
    const cited = (right: Right, ...regimes: RegimeId[]) =>
      proofRule({ right, relation: "self", regimes }).citation.text;
    expect(cited("marketing_objection", "us_tx_tdpsa", "eu_gdpr")).toMatch(/^GDPR Art\. 21/);
    expect(cited("marketing_objection", "uk_gdpr")).toMatch(/^UK GDPR Art\. 21/);
    for (const regime of regimeIds.filter((id) => id !== "eu_gdpr" && id !== "uk_gdpr")) {
      for (const right of rights.filter(isNeverVerified)) {
        expect([regime, right, cited(right, regime)]).not.toEqual([regime, right, expect.stringContaining("GDPR")]);
      }
    }
    expect(cited("marketing_objection", "us_tx_tdpsa")).toContain("own policy promises it");
  });
});

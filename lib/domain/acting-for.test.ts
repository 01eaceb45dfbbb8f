import { describe, expect, it } from "vitest";
import { agentRule, estateRule, freeOf, neverDemanded } from "./acting-for";

describe("an agent is told", () => {
  it("11 CCR §7063: in California, that a signature and the person's own word belong together", () => {
    expect(agentRule(["us_ca_ccpa"])).toMatchObject({ rule: "permission", citation: { text: "11 CCR §7063" } });
  });

  it("in Europe and where no law applies, that the person's own word is enough", () => {
    for (const regimes of [["eu_gdpr"], ["uk_gdpr"], ["ca_qc_law25"], []] as const)
      expect(agentRule(regimes).rule).toBe("own_word");
  });

  it("where agents are known for opt-outs alone, that their word is taken all the same", () => {
    for (const regime of ["us_co_cpa", "us_ct_ctdpa", "us_tx_tdpsa"] as const)
      expect(agentRule([regime]).rule).toBe("opt_outs_only");
  });

  it("Va. Code §59.1-577, DPDP Act s.14: where the law is silent or knows a nominee alone, the same", () => {
    expect(agentRule(["us_va_vcdpa"]).rule).toBe("silent");
    expect(agentRule(["in_dpdp"])).toMatchObject({
      rule: "nominee_only",
      citation: { text: expect.stringContaining("s.14") },
    });
  });

  it("11 CCR §7063(b): that nobody may demand a power of attorney, where that rule applies and nowhere else", () => {
    expect(neverDemanded(["eu_gdpr", "us_ca_ccpa"])).toBe("nobody");
    expect([neverDemanded(["eu_gdpr"]), neverDemanded([])]).toEqual(["we", "we"]);
  });

  it("that opt-outs are never verified", () => {
    expect(freeOf(["opt_out_sale_sharing", "marketing_objection"])).toBe("all");
    expect(freeOf(["opt_out_sale_sharing", "access"])).toBe("some");
    expect(freeOf(["access"])).toBe("none");
  });
});

describe("an heir is told", () => {
  it("in Quebec, that the law knows them", () => {
    expect(estateRule(["ca_pipeda", "ca_qc_law25"])).toMatchObject({ knows: "yes" });
  });

  it("PAIA s.63(2): in South Africa, that the law knows the next of kin", () => {
    expect(estateRule(["za_popia_paia"])).toMatchObject({
      knows: "yes",
      citation: { text: "PAIA s.63(2): next of kin" },
    });
  });

  it("in Germany, that the law of the country decides", () => {
    expect(estateRule(["eu_gdpr"])).toMatchObject({
      knows: "national",
      citation: { text: expect.stringContaining("recital 27") },
    });
  });

  it("in the United Kingdom and where no law applies, that it names nobody", () => {
    expect(estateRule(["uk_gdpr"])).toMatchObject({ knows: "unknown" });
    expect(estateRule([])).toMatchObject({ knows: "unknown", citation: { text: "the organisation's own policy" } });
  });
});

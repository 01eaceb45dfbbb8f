import { describe, expect, it } from "vitest";
import { neverDisclosed, neverDisclosedBy } from "./never-disclosed";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

const cited = (rights: readonly Right[], regimes: readonly RegimeId[]) =>
  neverDisclosedBy(rights, regimes).map(({ text }) => text);

describe("what a copy never hands out", () => {
  it("11 CCR §7024(d), 4 CCR 904-3 Rule 4.04, SB 1295: each law that says so is cited", () => {
    expect(cited(["access"], ["eu_gdpr", "us_ca_ccpa"])).toEqual(["11 CCR §7024(d)"]);
    expect(cited(["erasure", "portability"], ["us_co_cpa", "us_ct_ctdpa"])).toEqual([
      "4 CCR 904-3 Rule 4.04",
      expect.stringContaining("§42-518"),
    ]);
  });

  it("11 CCR §7024(d): numbers, passwords and biometrics are named", () => {
    for (const word of ["Social Security", "driving licence", "financial account", "medical", "passwords", "biometric"])
      expect(neverDisclosed.join("; ")).toContain(word);
  });

  it("nothing is said where no copy is asked for, or no such law applies", () => {
    expect(cited(["erasure"], ["us_ca_ccpa"])).toEqual([]);
    expect(cited(["access"], ["eu_gdpr", "us_va_vcdpa"])).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";
import { applicableRegimes, type Place } from "./applicable-regimes";
import { calendarDate } from "./calendar-date";
import { type RegimeId, regimeIds } from "./regime";

const on = calendarDate("2027-06-01");

function lawsFor(person: Place, establishment: Place = { country: "US", region: "NY" }, day = on): RegimeId[] {
  return applicableRegimes(person, { regimes: regimeIds, establishment }, day).filter((id) => id !== "contract_30d");
}

describe("where a person lives", () => {
  test.each<[Place, RegimeId[]]>([
    [{ country: "DE" }, ["eu_gdpr"]],
    [{ country: "NO" }, ["eu_gdpr"]],
    [{ country: "GB" }, ["uk_gdpr"]],
    [{ country: "CH" }, ["ch_fadp"]],
    [{ country: "US", region: "CA" }, ["us_ca_ccpa"]],
    [{ country: "US", region: "US-CA" }, ["us_ca_ccpa"]],
    [{ country: "US", region: "VA" }, ["us_va_vcdpa"]],
    [{ country: "US", region: "CO" }, ["us_co_cpa"]],
    [{ country: "US", region: "CT" }, ["us_ct_ctdpa"]],
    [{ country: "US", region: "TX" }, ["us_tx_tdpsa"]],
    [{ country: "US", region: "OH" }, []],
    [{ country: "US" }, []],
    [{ country: "BR" }, ["br_lgpd"]],
    [{ country: "CA", region: "ON" }, ["ca_pipeda"]],
    [{ country: "CA", region: null }, ["ca_pipeda"]],
    [{ country: "CA", region: "QC" }, ["ca_pipeda", "ca_qc_law25"]],
    [{ country: "AU" }, ["au_app12"]],
    [{ country: "IN" }, ["in_dpdp"]],
    [{ country: "ZA" }, ["za_popia_paia"]],
    [{ country: "JP" }, []],
  ])("%j asks an American organisation under %j", (person, expected) => {
    expect(lawsFor(person)).toEqual(expected);
  });
});

describe("where the organisation is established", () => {
  test("GDPR Art. 3(1): everybody can ask an organisation in the Union", () => {
    expect(lawsFor({ country: "JP" }, { country: "IE" })).toEqual(["eu_gdpr"]);
    expect(lawsFor({ country: "GB" }, { country: "IE" })).toEqual(["eu_gdpr", "uk_gdpr"]);
  });

  test("a state's law follows the person, not the organisation", () => {
    expect(lawsFor({ country: "US", region: "OH" }, { country: "US", region: "CA" })).toEqual([]);
  });

  test("within Quebec its own Act takes the place of PIPEDA", () => {
    const quebec = { country: "CA", region: "QC" };
    expect(lawsFor(quebec, quebec)).toEqual(["ca_qc_law25"]);
    expect(lawsFor(quebec, { country: "CA", region: "ON" })).toEqual(["ca_pipeda", "ca_qc_law25"]);
    const pipedaOnly = applicableRegimes(quebec, { regimes: ["ca_pipeda"], establishment: quebec }, on);
    expect(pipedaOnly).toEqual(["ca_pipeda"]);
  });
});

describe("what else decides", () => {
  test("only laws that the organisation lists, and its own promise always", () => {
    const organisation = { regimes: ["contract_30d", "uk_gdpr"] as const, establishment: { country: "US" } };
    expect(applicableRegimes({ country: "DE" }, organisation, on)).toEqual(["contract_30d"]);
  });

  test("DPDP Rules 2025: no law before it is in force", () => {
    expect(lawsFor({ country: "IN" }, { country: "IN" }, calendarDate("2027-05-13"))).toEqual([]);
    expect(lawsFor({ country: "IN" }, { country: "IN" }, calendarDate("2027-05-14"))).toEqual(["in_dpdp"]);
  });
});

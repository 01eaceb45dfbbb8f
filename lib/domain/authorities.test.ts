import { expect, test } from "vitest";
import { complaintRoute } from "./authorities";
import { eeaCountries } from "./places";
import { regimeIds } from "./regime";

test.each(eeaCountries)("somebody in %s has an authority with a secure address", (country) => {
  const [authority] = complaintRoute("eu_gdpr", country).authorities;
  expect(authority?.website).toMatch(/^https:\/\/[a-z0-9.-]+$/);
});

test("no two countries of the EEA share an authority", () => {
  const names = eeaCountries.map((country) => complaintRoute("eu_gdpr", country).authorities[0]?.website);
  expect(new Set(names).size).toBe(eeaCountries.length);
});

test("under the GDPR but outside the EEA, the list of all authorities serves", () => {
  expect(complaintRoute("eu_gdpr", "US").authorities[0]?.website).toBe("https://www.edpb.europa.eu");
});

test.each(regimeIds)("%s says what a court can do, and where that stands", (regime) => {
  const route = complaintRoute(regime, "DE");
  expect(route.court).toMatch(/\.$/);
  expect(route.citation).not.toBe("");
  for (const authority of route.authorities) expect(authority.website ?? authority.route).toBeDefined();
});

test("the promise has no authority; every law has one", () => {
  expect(complaintRoute("contract_30d", "DE").authorities).toEqual([]);
  for (const law of regimeIds.filter((id) => id !== "contract_30d")) {
    expect(complaintRoute(law, "US").authorities.length).toBeGreaterThan(0);
  }
});

test("California has two doors; the regulator of the United Kingdom is the Information Commission", () => {
  expect(complaintRoute("us_ca_ccpa", "US").authorities.map((authority) => authority.name)).toEqual([
    "California Privacy Protection Agency",
    "Attorney General of California",
  ]);
  expect(complaintRoute("uk_gdpr", "GB").authorities[0]?.name).toBe("Information Commission (ICO)");
});

test.each(["us_va_vcdpa", "us_co_cpa", "us_ct_ctdpa", "us_tx_tdpsa"] as const)("%s: the appeal comes first", (law) => {
  expect(complaintRoute(law, "US").first).toMatch(/^Appeal to us first/);
});

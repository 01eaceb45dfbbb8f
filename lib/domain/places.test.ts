import { expect, test } from "vitest";
import { countries, eeaCountries, isCountry, isInEea, isRegion, placeName, regionsOf } from "./places";

test("the world is whole: 249 codes of ISO 3166-1 and Kosovo, each name once", () => {
  expect(Object.keys(countries)).toHaveLength(250);
  expect(new Set(Object.values(countries)).size).toBe(250);
  expect(Object.keys(countries).every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
});

test("names come in the order in which people look for them", () => {
  const names = Object.values(countries);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
});

test("the EEA is 27 and 3, without the United Kingdom and Switzerland", () => {
  expect(new Set(eeaCountries).size).toBe(30);
  expect(isInEea("DE")).toBe(true);
  expect(isInEea("NO")).toBe(true);
  expect(isInEea("GB")).toBe(false);
  expect(isInEea("CH")).toBe(false);
});

test("parts of a country are asked for only where a law depends on them", () => {
  expect(regionsOf("US")).toHaveLength(51);
  expect(regionsOf("CA")).toHaveLength(13);
  expect(regionsOf("DE")).toEqual([]);
  expect(isRegion("US", "CA")).toBe(true);
  expect(isRegion("CA", "QC")).toBe(true);
  expect(isRegion("CA", "TX")).toBe(false);
});

test("an inherited name is no country", () => {
  expect(isCountry("toString")).toBe(false);
  expect(isCountry("FR")).toBe(true);
});

test("places read as people say them, and an unknown code stays what it is", () => {
  expect(placeName("DE")).toBe("Germany");
  expect(placeName("US", "CA")).toBe("California, United States");
  expect(placeName("US", "US-CA")).toBe("California, United States");
  expect(placeName("US", null)).toBe("United States");
  expect(placeName("QQ", "X")).toBe("QQ");
});

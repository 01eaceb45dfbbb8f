import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { holidaysFor, holidaysOf } from "./holidays";

const day = calendarDate;

describe("the holidays of a place", () => {
  test("England has both substitute days when Christmas 2027 is a Saturday", () => {
    const days = holidaysOf({ country: "GB", state: "ENG" }, { from: 2027, to: 2027 });
    expect(days).toContain("2027-12-27");
    expect(days).toContain("2027-12-28");
  });

  test("Scotland has 4 January 2027, and no Easter Monday", () => {
    const days = holidaysOf({ country: "GB", state: "SCT" }, { from: 2027, to: 2027 });
    expect(days).toContain("2027-01-04");
    expect(days).not.toContain("2027-03-29");
  });

  test("Ireland has 1 February 2027", () => {
    expect(holidaysOf({ country: "IE" }, { from: 2027, to: 2027 })).toContain("2027-02-01");
  });

  test("days that are only observed, optional or for banks are left out", () => {
    const days = holidaysOf({ country: "DE", state: "BE" }, { from: 2026, to: 2026 });
    expect(days).toContain("2026-03-08");
    expect(days).not.toContain("2026-12-24");
  });

  test("a region may be written with its country", () => {
    const years = { from: 2026, to: 2026 };
    expect(holidaysOf({ country: "CA", state: "CA-QC" }, years)).toEqual(
      holidaysOf({ country: "CA", state: "QC" }, years),
    );
    expect(holidaysOf({ country: "CA", state: "CA-QC" }, years)).toContain("2026-06-24");
  });

  test("a part of a country without a calendar of its own has the country's", () => {
    const years = { from: 2026, to: 2026 };
    expect(holidaysOf({ country: "FR", state: "IDF" }, years)).toEqual(holidaysOf({ country: "FR" }, years));
    expect(holidaysOf({ country: "ZA", state: "GP" }, years)).toEqual(holidaysOf({ country: "ZA" }, years));
  });

  test("a holiday that lasts several days gives every one of them", () => {
    const days = holidaysOf({ country: "TR" }, { from: 2026, to: 2026 });
    expect(days).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]));
  });

  test("a day that moves out of the way of another is where it moved to", () => {
    const days = holidaysOf({ country: "CH", state: "GL" }, { from: 2026, to: 2026 });
    expect(days).toContain("2026-04-09");
    expect(days).not.toContain("2026-04-02");
  });

  test("the organisation adds and removes days of its own", () => {
    const place = { country: "US", extra: [{ date: day("2026-12-24") }], remove: [day("2026-12-25")] };
    const days = holidaysOf(place, { from: 2026, to: 2026 });
    expect(days).toContain("2026-12-24");
    expect(days).not.toContain("2026-12-25");
  });

  test("days come sorted, over every year of the range", () => {
    const days = holidaysOf({ country: "DE" }, { from: 2026, to: 2028 });
    expect(days).toEqual([...days].sort());
    expect(days).toContain("2026-01-01");
    expect(days).toContain("2028-12-26");
  });

  test("an unknown country is refused by name", () => {
    expect(() => holidaysOf({ country: "QQ" }, { from: 2026, to: 2026 })).toThrow(
      'no holiday calendar for country "QQ"',
    );
  });

  test("the calendar of a running portal is worked out once and reaches far ahead", () => {
    const days = holidaysFor({ country: "US", state: "NY" });
    expect(days.has(day("2020-07-04"))).toBe(true);
    expect(days.has(day("2040-12-25"))).toBe(true);
    expect(holidaysFor({ country: "US", state: "NY" })).toBe(days);
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { readsWeekly, wallTime, weekOwed } from "./weekly-letter";

const since = calendarDate("2020-01-01");
const owedAt = (instant: string, timeZone: string) => weekOwed(wallTime(new Date(instant), timeZone), since);
const week = (first: string, last: string) => ({ first, last });

describe("ISO 8601: a week goes from Monday to Sunday, at the organisation's place", () => {
  const before = week("2026-11-09", "2026-11-15");
  const after = week("2026-11-16", "2026-11-22");
  it.each([
    // Berlin is an hour ahead of UTC in winter, Kiritimati fourteen; Los Angeles eight behind; Kathmandu 5:45 ahead.
    ["2026-11-23T05:59:59Z", "Europe/Berlin", null],
    ["2026-11-23T06:00:00Z", "Europe/Berlin", after],
    ["2026-11-22T16:59:59Z", "Pacific/Kiritimati", null],
    ["2026-11-22T17:00:00Z", "Pacific/Kiritimati", after],
    ["2026-11-23T06:00:00Z", "America/Los_Angeles", before],
    ["2026-11-23T14:59:59Z", "America/Los_Angeles", null],
    ["2026-11-23T15:00:00Z", "America/Los_Angeles", after],
    ["2026-11-23T01:14:59Z", "Asia/Kathmandu", null],
    ["2026-11-23T01:15:00Z", "Asia/Kathmandu", after],
  ])("%s in %s", (instant, timeZone, owed) => {
    expect(owedAt(instant, timeZone)).toEqual(owed);
  });

  it("the morning after the clocks were put back or forward comes at its own hour (EU: 25 October 2026, 28 March 2027)", () => {
    expect(owedAt("2026-10-26T05:59:59Z", "Europe/Berlin")).toBeNull();
    expect(owedAt("2026-10-26T06:00:00Z", "Europe/Berlin")).toEqual(week("2026-10-19", "2026-10-25"));
    expect(owedAt("2027-03-29T04:59:59Z", "Europe/Berlin")).toBeNull();
    expect(owedAt("2027-03-29T05:00:00Z", "Europe/Berlin")).toEqual(week("2027-03-22", "2027-03-28"));
  });

  it("a worker that was down on Monday finds the same week owed on every day up to Sunday night", () => {
    for (const day of ["23", "24", "25", "26", "27", "28", "29"]) {
      expect(owedAt(`2026-11-${day}T22:59:59Z`, "Europe/Berlin")).toEqual(after);
    }
    expect(owedAt("2026-11-29T23:00:00Z", "Europe/Berlin")).toBeNull();
  });

  it("the last week of a year may end in the next (2026-W53)", () => {
    expect(owedAt("2027-01-04T12:00:00Z", "UTC")).toEqual(week("2026-12-28", "2027-01-03"));
  });
});

it("a desk that stood for no day of the week has nothing to tell of it; one that began on its Sunday has", () => {
  const monday = { day: calendarDate("2026-11-23"), hour: 9 };
  expect(weekOwed(monday, calendarDate("2026-11-23"))).toBeNull();
  expect(weekOwed(monday, calendarDate("2026-11-22"))?.last).toBe("2026-11-22");
});

describe("who reads it", () => {
  it.each([
    [["dpo"], null, true],
    [["handler", "dpo"], null, true],
    [["dpo"], false, false],
    [["handler"], null, false],
    [["auditor"], true, true],
    [["handler"], false, false],
    // A choice outlives no role.
    [[], true, false],
    [[], null, false],
  ] as const)("%o who chose %s: %s", (roles, chosen, reads) => {
    expect(readsWeekly({ roles, chosen })).toBe(reads);
  });
});

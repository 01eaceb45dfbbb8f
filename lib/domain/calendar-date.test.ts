import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay } from "@/lib/testing/clock-builders";
import {
  calendarDate,
  daysBetween,
  earliest,
  formatDay,
  latest,
  localDay,
  plusDays,
  plusMonths,
  readDay,
  weekday,
} from "./calendar-date";

const day = calendarDate;

describe("a calendar day", () => {
  test.each(["2026-02-30", "2026-13-01", "2026-00-10", "2026", "2026-1-31", "31.01.2026", "", "2026-01-31T10:00"])(
    "%j is no calendar day",
    (text) => {
      expect(() => calendarDate(text)).toThrow(`not a calendar day: ${text}`);
    },
  );

  test("29 February exists in leap years only", () => {
    expect(calendarDate("2028-02-29")).toBe("2028-02-29");
    expect(() => calendarDate("2026-02-29")).toThrow(RangeError);
  });

  test("is written with the month in letters", () => {
    expect(formatDay(day("2027-01-04"))).toBe("Mon 4 Jan 2027");
    expect(formatDay(day("2026-05-31"))).toBe("Sun 31 May 2026");
  });

  test("Monday is 1 and Sunday is 7", () => {
    expect(weekday(day("2026-11-23"))).toBe(1);
    expect(weekday(day("2026-11-22"))).toBe(7);
  });

  test("the earliest and the latest of several", () => {
    expect(earliest(day("2026-05-02"), day("2026-05-01"), day("2026-05-03"))).toBe("2026-05-01");
    expect(latest(day("2026-05-02"), day("2026-05-01"), day("2026-05-03"))).toBe("2026-05-03");
    expect(earliest(day("2026-05-02"))).toBe("2026-05-02");
    expect(latest(day("2026-05-02"))).toBe("2026-05-02");
  });
});

describe("counting (EDPB Guidelines 01/2022 §160)", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-02-28", 1, "2026-03-28"],
    ["2026-05-31", 3, "2026-08-31"],
    ["2026-11-30", 3, "2027-02-28"],
  ])("%s and %i months is %s", (from, count, to) => {
    expect(plusMonths(day(from), count)).toBe(to);
  });

  test("days cross the change of clocks, the leap day and the year", () => {
    expect(plusDays(day("2026-03-28"), 2)).toBe("2026-03-30");
    expect(plusDays(day("2028-02-28"), 1)).toBe("2028-02-29");
    expect(plusDays(day("2027-01-01"), -1)).toBe("2026-12-31");
  });

  test("the days between two days are what must be added", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -900, max: 900 }), (from, count) => {
        expect(daysBetween(from, plusDays(from, count))).toBe(count);
      }),
    );
  });
});

describe("the local day of an instant (project decision D4)", () => {
  test.each([
    // Around both changes of the clock, a minute each side of midnight and inside the doubled hour.
    ["2026-03-28T22:59:00Z", "Europe/Berlin", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"],
    ["2026-03-29T21:59:00Z", "Europe/Berlin", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"],
    ["2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T22:59:00Z", "Europe/Berlin", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"],
    ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01"],
    ["2026-11-02T04:59:00Z", "America/New_York", "2026-11-01"],
    ["2026-11-02T05:00:00Z", "America/New_York", "2026-11-02"],
    ["2026-10-03T13:59:00Z", "Australia/Sydney", "2026-10-03"],
    ["2026-10-03T14:00:00Z", "Australia/Sydney", "2026-10-04"],
    ["2027-06-30T18:30:00Z", "Asia/Kolkata", "2027-07-01"],
    // A zone that skipped a whole day.
    ["2011-12-30T09:59:00Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
  ])("%s in %s is %s", (instant, zone, local) => {
    expect(localDay(new Date(instant), zone)).toBe(local);
  });

  test("every hour of every day of a year with two changes belongs to the day on the wall", () => {
    const wall = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", dateStyle: "short" });
    const start = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 }), (minute) => {
        const instant = new Date(start + minute * 60_000);
        expect(localDay(instant, "Europe/London")).toBe(wall.format(instant));
      }),
      { numRuns: 500 },
    );
  });

  test("an unknown zone is refused", () => {
    expect(() => localDay(new Date("2026-01-01T00:00:00Z"), "Mars/Olympus")).toThrow(RangeError);
  });
});

describe("reading a day", () => {
  test.each([
    ["2026-08-31", "2026-08-31"],
    ["2026-08-31T22:30:00Z", "2026-09-01"],
    ["2026-08-31T22:30:00+02:00", "2026-08-31"],
    ["2026-08-31T23:30:00-0700", "2026-09-01"],
    ["2026-08-31T23:30:00", "2026-08-31"],
  ])("%s is %s in Berlin", (text, local) => {
    expect(readDay(text, "Europe/Berlin")).toBe(local);
  });

  test.each(["2026-02-30T10:00:00Z", "yesterday", "10:00"])("%j is refused", (text) => {
    expect(() => readDay(text, "Europe/Berlin")).toThrow(RangeError);
  });
});

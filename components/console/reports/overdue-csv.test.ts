import { expect, it } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import { recountedHow, reportDefinitions } from "@/lib/domain/report-definitions";
import { overdueCsvRows } from "./overdue-csv";

const asOf = calendarDate("2026-11-22");
const row = {
  reference: "H4K2-9QTM-7",
  rights: ["access"],
  country: "DE",
  region: null,
  state: "open",
  dueOn: calendarDate("2026-11-20"),
  daysLate: 2,
  extended: false,
  since: calendarDate("2026-10-20"),
  lastWord: null,
  toldUntil: null,
  proofMissing: false,
  owner: null,
} as const;

it("the table that leaves the house says which day it speaks of, and what its figures count, in the page's own words", () => {
  const [head = [], first = [], blank, day, ...definitions] = overdueCsvRows([row], {
    asOf,
    timeZone: "Europe/Berlin",
  });
  expect(first).toHaveLength(head.length);
  expect(first[head.indexOf("reference")]).toBe("H4K2-9QTM-7");
  expect(first[head.indexOf("days late")]).toBe("2");
  expect(blank).toEqual([]);
  expect(day).toEqual(["1 overdue, as of Sun 22 Nov 2026, end of day, Europe/Berlin"]);
  const { overdue, overdue_extended } = reportDefinitions;
  expect(definitions).toEqual([
    [`Overdue: ${overdue.counts}`],
    [`Overdue after an extension: ${overdue_extended.counts}`],
    [recountedHow],
  ]);
});

it("an empty table says so with its day", () => {
  expect(overdueCsvRows([], { asOf, timeZone: "UTC" })[2]).toEqual([
    "0 overdue, as of Sun 22 Nov 2026, end of day, UTC",
  ]);
});

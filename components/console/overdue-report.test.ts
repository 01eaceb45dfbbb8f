import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OverdueReport } from "@/components/console/overdue-report";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { DeskReport } from "@/lib/queries/desk-report";

const asOf = calendarDate("2026-10-10");
const empty: DeskReport = {
  owed: {
    asOf,
    open: 1,
    dueSoon: 0,
    soonDays: 7,
    overdue: 0,
    overdueAfterExtension: 0,
    standingStill: 0,
    openWaitsFor: { person: 0, organisation: 1 },
    overdueWaitsFor: { person: 0, organisation: 0 },
    ages: [{ from: 0, to: 30, open: 1, overdue: 0 }],
    lateness: [],
    months: [],
  },
  late: { rows: [], next: null },
  cohorts: [],
  settled: {
    from: asOf,
    to: asOf,
    asOf,
    answered: 4,
    onTime: 3,
    late: 1,
    withdrawn: 0,
    lapsed: 0,
    extended: 1,
    extensionGrounds: [{ ground: "complexity", count: 1 }],
    taken: { count: 4, mean: 12, median: 10.5, p90: 30 },
  },
  rights: [
    {
      right: "access",
      received: 4,
      granted: 3,
      partly: 0,
      refused: 1,
      withdrawn: 0,
      lapsed: 0,
      grounds: [{ result: "refused", ground: "We hold no data of this person", count: 1 }],
      taken: null,
    },
  ],
};

function wordsOf(report: DeskReport): string {
  const options = { organisation: "Aimarkos", timeZone: "UTC", further: false, withPack: false, mayWrite: true };
  const page = createElement(OverdueReport, { report, today: asOf, ...options });
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, " ");
}

it("says what overdue means, and that a letter written down later counts from that day", () => {
  const words = wordsOf(empty);
  expect(words).toContain("overdue from the day after it");
  expect(words).toContain("past the promise only");
  expect(words).toContain("from the day on which it was written down");
});

it("gives the shares with what they are of, and the reasons behind them", () => {
  const words = wordsOf(empty).replaceAll(/\s+/g, " ");
  expect(words).toContain("3 of 4 answered");
  expect(words).toMatch(/75%/);
  expect(words).toContain("What is asked for is complex");
  expect(words).toContain("We hold no data of this person");
  expect(words).toContain("10.5 days");
});

it("offers to write to people only where somebody is late", () => {
  expect(wordsOf(empty)).not.toContain("Write to all overdue");
  expect(wordsOf({ ...empty, owed: { ...empty.owed, overdue: 2 } })).toContain("Write to all overdue");
});

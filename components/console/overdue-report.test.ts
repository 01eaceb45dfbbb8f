import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OverdueReport } from "@/components/console/overdue-report";
import { calendarDate } from "@/lib/domain/calendar-date";

it("says what overdue means, and that a letter written down later counts from that day", () => {
  const asOf = calendarDate("2026-10-10");
  const numbers = { open: 1, dueSoon: 0, soonDays: 7, overdue: 0, overdueAfterExtension: 0 };
  const report = { asOf, ...numbers, late: [], cohorts: [] };
  const page = createElement(OverdueReport, {
    report,
    today: asOf,
    organisation: "Aimarkos",
    timeZone: "UTC",
    withPack: false,
    mayWrite: false,
  });
  const words = renderToStaticMarkup(page).replace(/<[^>]*>/g, "");
  expect(words).toContain("Overdue from the day after the date we work to");
  expect(words).toContain("past the promise only");
  expect(words).toContain("from the day on which it was written down");
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { calendarDayText, daysBetween } from "@/components/ui/calendar-day";
import { DueDate, dueTone } from "@/components/ui/due-date";
import { calendarDate } from "@/lib/domain/calendar-date";

const due = calendarDate("2026-12-14");

function said(today: string, more: { stopped?: boolean } = {}): string {
  const html = renderToStaticMarkup(createElement(DueDate, { due, today: calendarDate(today), soonDays: 7, ...more }));
  return html.replace(/<[^>]*>/g, "");
}

describe("a due date", () => {
  it.each([
    ["2026-12-11", "due in 3 days· Mon 14 Dec 2026"],
    ["2026-12-13", "due tomorrow· Mon 14 Dec 2026"],
    ["2026-12-14", "due today· Mon 14 Dec 2026"],
    ["2026-12-15", "late by 1 day· Mon 14 Dec 2026"],
    ["2026-12-26", "late by 12 days· Mon 14 Dec 2026"],
  ])("seen on %s says %s", (today, text) => {
    expect(said(today)).toBe(text);
  });

  it("says that the clock is stopped instead of counting", () => {
    expect(said("2026-12-26", { stopped: true })).toBe("clock stopped· Mon 14 Dec 2026");
  });

  it.each([
    ["2026-12-06", "on-time"],
    ["2026-12-07", "soon"],
    ["2026-12-14", "soon"],
    ["2026-12-15", "late"],
  ])("is on %s %s", (today, tone) => {
    expect(dueTone(due, calendarDate(today), 7)).toBe(tone);
  });
});

describe("a calendar day", () => {
  it("has its month in letters and its year in every language", () => {
    const day = calendarDate("2026-09-05");
    expect(calendarDayText(day)).toBe("Sat 5 Sep 2026");
    expect(calendarDayText(day, "en-GB", "long")).toBe("Saturday 5 September 2026");
    expect(calendarDayText(day, "de", "long")).toBe("Samstag, 5. September 2026");
  });

  it("counts days across clock changes and leap days", () => {
    expect(daysBetween(calendarDate("2026-03-28"), calendarDate("2026-03-30"))).toBe(2);
    expect(daysBetween(calendarDate("2028-02-28"), calendarDate("2028-03-01"))).toBe(2);
    expect(daysBetween(calendarDate("2026-12-15"), due)).toBe(-1);
  });
});

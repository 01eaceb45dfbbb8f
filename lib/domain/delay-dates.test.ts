import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { delayDate } from "./delay-dates";

it("gives the oldest the first day, and each week its own so many", () => {
  const rule = { from: calendarDate("2026-12-11"), perWeek: 2 };
  expect([0, 1, 2, 3, 4].map((place) => delayDate(rule, place))).toEqual([
    "2026-12-11",
    "2026-12-11",
    "2026-12-18",
    "2026-12-18",
    "2026-12-25",
  ]);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay, anyHolidays } from "@/lib/testing/clock-builders";
import { isDayOff, isWorkingDay, plusBusinessDays, rollForward, workingDayBefore } from "./calendar";
import { calendarDate, daysBetween, plusDays } from "./calendar-date";

const day = calendarDate;
const none = new Set<never>();
const saturday = day("2026-05-16");
const sunday = day("2026-05-17");
const monday = day("2026-05-18");

describe("where a period may end", () => {
  test("Regulation 1182/71 Art. 3(4): Saturday, Sunday and holiday move on", () => {
    expect(rollForward(saturday, "weekends_and_holidays", none)).toBe(monday);
    expect(rollForward(saturday, "weekends_and_holidays", new Set([monday]))).toBe("2026-05-19");
    expect(rollForward(monday, "weekends_and_holidays", none)).toBe(monday);
  });

  test("Interpretation Acts of Canada, Quebec and South Africa: Saturday counts, Sunday and holiday do not", () => {
    expect(rollForward(saturday, "sundays_and_holidays", none)).toBe(saturday);
    expect(rollForward(sunday, "sundays_and_holidays", none)).toBe(monday);
    expect(rollForward(saturday, "sundays_and_holidays", new Set([saturday]))).toBe(monday);
  });

  test("project decision D5: no rule, no move", () => {
    expect(rollForward(sunday, "nothing", new Set([sunday]))).toBe(sunday);
    expect(isDayOff(sunday, "nothing", none)).toBe(false);
  });

  test("rolling always lands on a working day, and never goes back", () => {
    fc.assert(
      fc.property(anyDay, anyHolidays, (from, holidays) => {
        const end = rollForward(from, "weekends_and_holidays", holidays);
        expect(isWorkingDay(end, holidays)).toBe(true);
        expect(daysBetween(from, end)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("business days (project decision D6)", () => {
  test("11 CCR §7021(a): the day of receipt never counts, working day or not", () => {
    expect(plusBusinessDays(day("2026-03-02"), 10, none)).toBe("2026-03-16");
    expect(plusBusinessDays(day("2026-03-07"), 10, none)).toBe("2026-03-20");
  });

  test("the last counted day is a working day with the right number of working days before it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 20 }), anyHolidays, (from, count, holidays) => {
        const end = plusBusinessDays(from, count, holidays);
        const between = Array.from({ length: daysBetween(from, end) }, (_, at) => plusDays(from, at + 1));
        expect(isWorkingDay(end, holidays)).toBe(true);
        expect(between.filter((one) => isWorkingDay(one, holidays))).toHaveLength(count);
      }),
    );
  });

  test("the working day before skips the weekend and the holiday", () => {
    expect(workingDayBefore(monday, none)).toBe("2026-05-15");
    expect(workingDayBefore(monday, new Set([day("2026-05-15")]))).toBe("2026-05-14");
  });
});

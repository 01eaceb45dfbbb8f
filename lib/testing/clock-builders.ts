// Builders for tests of the clock: days, pauses and holidays that fast-check can draw.
import fc from "fast-check";
import { type CalendarDate, calendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { ClockFacts, Pause } from "@/lib/domain/clock-facts";

const firstDay = calendarDate("2026-01-01");
const twoYears = 730;

/** Any day of 2026 and 2027. */
export const anyDay = fc.integer({ min: 0, max: twoYears }).map((count) => plusDays(firstDay, count));

/** A few holidays anywhere in the years that a clock can reach. */
export const anyHolidays = fc
  .uniqueArray(fc.integer({ min: 0, max: twoYears + 200 }), { maxLength: 60 })
  .map((counts): ReadonlySet<CalendarDate> => new Set(counts.map((count) => plusDays(firstDay, count))));

/** A closed pause that begins `after` up to forty days after `from`. */
export function anyPauseAfter(from: CalendarDate): fc.Arbitrary<Pause> {
  return fc
    .record({
      wait: fc.integer({ min: 1, max: 40 }),
      length: fc.integer({ min: 0, max: 60 }),
      ground: fc.constantFrom("identity" as const, "clarification" as const),
      suspends: fc.boolean(),
    })
    .map(({ wait, length, ground, suspends }) => {
      const asked = plusDays(from, wait);
      return { from: asked, to: plusDays(asked, length), ground, suspends };
    });
}

/** Facts of a request about which nothing but its day of receipt is known. */
export function receivedOn(received: CalendarDate, more: Partial<ClockFacts> = {}): ClockFacts {
  return { received, pauses: [], ...more };
}

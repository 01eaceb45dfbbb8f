// Decides which new day each late request is given when all of them are written to at once: the oldest first, so many a week.
// Answers to what the ICO ordered of Bristol City Council in 2025: a dated target for each person, and the oldest first.
import { type CalendarDate, plusDays } from "./calendar-date";

/** How a backlog is worked off: `perWeek` answers in each week, the first ones by `from`. */
export type DelayRule = { from: CalendarDate; perWeek: number };

/** The day of the request at `place` (0 is the oldest). */
export function delayDate({ from, perWeek }: DelayRule, place: number): CalendarDate {
  return plusDays(from, 7 * Math.floor(place / perWeek));
}

// Decides which days count as working days and where a period ends when its last day is not one.
// Answers to Regulation 1182/71 Art. 3(4); C.R.S. 2-4-108(2); Tex. Gov't Code 311.014(b); Interpretation Acts of CA, QC, ZA, AU.
import { type CalendarDate, plusDays, weekday } from "./calendar-date";

/** Days that push the end of a period on. */
export type RollOver = "weekends_and_holidays" | "sundays_and_holidays" | "nothing";

export type Holidays = ReadonlySet<CalendarDate>;

const saturday = 6;
const sunday = 7;

/** Monday to Friday and not a listed holiday. */
export function isWorkingDay(day: CalendarDate, holidays: Holidays): boolean {
  return !isDayOff(day, "weekends_and_holidays", holidays);
}

/** May a period not end on this day under this rule? */
export function isDayOff(day: CalendarDate, over: RollOver, holidays: Holidays): boolean {
  if (over === "nothing") return false;
  if (holidays.has(day) || weekday(day) === sunday) return true;
  return over === "weekends_and_holidays" && weekday(day) === saturday;
}

/** The day itself, or the next one on which a period may end. */
export function rollForward(day: CalendarDate, over: RollOver, holidays: Holidays): CalendarDate {
  let end = day;
  while (isDayOff(end, over, holidays)) end = plusDays(end, 1);
  return end;
}

/** The `count`-th working day after `day`; the day itself never counts, working day or not. */
export function plusBusinessDays(day: CalendarDate, count: number, holidays: Holidays): CalendarDate {
  let end = day;
  for (let counted = 0; counted < count; ) {
    end = plusDays(end, 1);
    if (isWorkingDay(end, holidays)) counted += 1;
  }
  return end;
}

/** The last working day before `day`. */
export function workingDayBefore(day: CalendarDate, holidays: Holidays): CalendarDate {
  let before = plusDays(day, -1);
  while (!isWorkingDay(before, holidays)) before = plusDays(before, -1);
  return before;
}

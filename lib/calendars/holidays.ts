// Decides which days are holidays at a place: the public calendar, plus and minus what the organisation says.
// The only room that knows the package; everybody else is handed a list of days.
import Holidays from "date-holidays";
import { type CalendarDate, calendarDate, plusDays } from "@/lib/domain/calendar-date";

/** A place with a calendar of its own. `state` is an ISO 3166-2 code with or without its country. */
export type HolidayPlace = {
  readonly country: string;
  readonly state?: string | null | undefined;
  readonly extra?: readonly { readonly date: CalendarDate }[];
  readonly remove?: readonly CalendarDate[];
};

/**
 * Public holidays from 1 January of `from` to 31 December of `to`, sorted. Bank, school and optional days are left out:
 * a day too few gives an earlier date, which is the safe mistake. Throws a RangeError for a country it does not know.
 */
export function holidaysOf(place: HolidayPlace, years: { from: number; to: number }): CalendarDate[] {
  const calendar = calendarOf(place);
  const days = new Set<CalendarDate>((place.extra ?? []).map(({ date }) => date));
  for (let year = years.from; year <= years.to; year += 1) {
    // Filtered here and not by the package: its own filter drops days that other rules of a place look at.
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === "public") addDays(days, holiday);
    }
  }
  for (const day of place.remove ?? []) days.delete(day);
  return [...days].sort();
}

function calendarOf({ country, state }: HolidayPlace): Holidays {
  const known = new Holidays();
  if (!(country in known.getCountries())) throw new RangeError(`no holiday calendar for country "${country}"`);
  const code = state?.startsWith(`${country}-`) ? state.slice(country.length + 1) : state;
  // A place whose parts have no calendars of their own still has the country's.
  const states = known.getStates(country) ?? {};
  return code && code in states ? new Holidays(country, code) : new Holidays(country);
}

/** Some holidays last longer than a day; each day of them counts. */
function addDays(days: Set<CalendarDate>, holiday: { date: string; start: Date; end: Date }): void {
  const first = calendarDate(holiday.date.slice(0, 10));
  const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
  for (let at = 0; at < length; at += 1) days.add(plusDays(first, at));
}

// Every clock that a running portal can be asked about. Each year costs up to 40 ms for a place, once.
const everyYear = { from: 2020, to: 2040 };
const worked = new Map<string, ReadonlySet<CalendarDate>>();

/** The holidays of an organisation's place for every year that a clock can reach. Worked out once for each place. */
export function holidaysFor(place: HolidayPlace): ReadonlySet<CalendarDate> {
  const key = JSON.stringify(place);
  const known = worked.get(key) ?? new Set(holidaysOf(place, everyYear));
  worked.set(key, known);
  return known;
}

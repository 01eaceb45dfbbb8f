// Decides what a date of law is: a calendar day at the organisation's place, never an instant.
// Answers to Regulation (EEC, Euratom) 1182/71 Art. 3 and the national rules of the same shape.
declare const calendarDay: unique symbol;

/** A calendar day as `YYYY-MM-DD`. Sorts and compares as a string. */
export type CalendarDate = string & { readonly [calendarDay]: true };

/** Reads `YYYY-MM-DD`; throws a RangeError when it is no such day. */
export function calendarDate(text: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (!whole || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) {
    throw new RangeError(`not a calendar day: ${text}`);
  }
  return text as CalendarDate;
}

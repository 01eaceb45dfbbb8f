// Decides whether newer settings of the organisation may move the date of a request that was promised under earlier ones.
// Answers to GDPR Art. 12(3) and Regulation 1182/71 Art. 3(4): earlier is the person's gain, later is the law's to give alone.
import type { CalendarDate } from "./calendar-date";
import type { SettingsVersion } from "./pinned-settings";
import type { Refusal } from "./refusal";
import type { RequestFacts } from "./request";
import { requestClock } from "./request-clock";

/** The settings that a request's dates stand under, and those of a request that is received now. */
export type TwoSettings = { readonly pinned: SettingsVersion; readonly newest: SettingsVersion };

export type DateMove = { readonly from: CalendarDate; readonly to: CalendarDate };

/** From which day to which the newer settings would move the request; null where its date stays, or stands still. */
export function dateMove(facts: RequestFacts, { pinned, newest }: TwoSettings): DateMove | null {
  if (pinned.version === newest.version) return null;
  const [from, to] = [pinned, newest].map((settings) => requestClock(facts, settings).dueOn);
  return from && to && from !== to ? { from, to } : null;
}

/**
 * Why the request keeps the date that it was promised; null where the newer one may be taken. Earlier always may, as long as
 * the day is not over. Later only as far as the holidays of the law alone move it: a longer promise is for new requests.
 */
export function moveRefusal(facts: RequestFacts, settings: TwoSettings, today: CalendarDate): Refusal | null {
  const move = dateMove(facts, settings);
  if (!move) return "date_stays";
  if (move.to < move.from) return move.to < today ? "date_over" : null;
  const { pinned, newest } = settings;
  const { promiseDays, publishedPeriodDays } = pinned;
  const byHolidays = requestClock(facts, { ...newest, promiseDays, publishedPeriodDays }).dueOn;
  return byHolidays === move.to ? null : "date_promised";
}

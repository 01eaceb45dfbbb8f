import { createTranslator } from "use-intl/core";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Language, readLanguage } from "@/lib/domain/language";
import { wordsIn } from "@/lib/domain/words";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

const catalogues: Readonly<Record<Language, typeof en>> = { en, de };

/** The words of letters in this language; in English where we have no others. */
export function letterWords(language: string) {
  const locale = readLanguage(language);
  return createTranslator({ locale, messages: catalogues[locale], namespace: "letters" });
}
export type LetterWords = ReturnType<typeof letterWords>;

// Plain "en" would put the month first, which half of the readers take for the day.
const dateLocale = (language: string) => (language.startsWith("en") ? "en-GB" : language);

/** `Monday, 4 January 2027`: a day of law, the month in letters. */
export function longDay(day: CalendarDate, language: string): string {
  const style = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(dateLocale(language), style).format(new Date(`${day}T00:00:00Z`));
}

/** `29 November 2026 at 04:12 GMT-5`: an instant on the desk's wall clock, with its zone. */
export function instantAt(instant: Date, language: string, timeZone: string): string {
  const style = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  const zoned = { ...style, timeZone, timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(dateLocale(language), zoned).format(instant);
}

/** `1234 5678`: eight digits are typed without losing the place. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ");
}

/** A provision as readers of this language know it, where it has a text in it. */
export function cited(citation: string, language: string): string {
  return wordsIn(readLanguage(language)).cite(citation) ?? citation;
}

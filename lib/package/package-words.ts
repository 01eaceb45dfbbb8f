import { createTranslator } from "use-intl/core";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Language } from "@/lib/domain/language";
import de from "@/messages/de.json";
import en from "@/messages/en.json";

const catalogues: Readonly<Record<Language, typeof en>> = { en, de };

/** The words of a package in this language: `say` for its own, `basis` for legal bases as the portal calls them. */
export function packageWords(language: Language) {
  const messages = catalogues[language];
  return {
    say: createTranslator({ locale: language, messages, namespace: "package" }),
    basis: createTranslator({ locale: language, messages, namespace: "portal.basis" }),
  };
}
export type PackageWords = ReturnType<typeof packageWords>;

// Plain "en" would put the month first, which half of the readers take for the day.
const dateLocale: Readonly<Record<Language, string>> = { en: "en-GB", de: "de" };

/** `4 January 2027`. */
export function dayIn(day: CalendarDate, language: Language): string {
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(dateLocale[language], style).format(new Date(`${day}T00:00:00Z`));
}

/** `29 November 2026 at 04:12 GMT-5`: an instant on the organisation's wall clock, with its zone. */
export function momentIn(at: Date, language: Language, timeZone: string): string {
  const style = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(dateLocale[language], { ...style, timeZone, timeZoneName: "short" }).format(at);
}

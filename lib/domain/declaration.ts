// Decides what is declared, word for word, where a law wants a signed declaration beside matched data points.
// Answers to 11 CCR §7062(c) (signed under penalty of perjury) and Cal. Code Civ. Proc. §2015.5 (its form).
import type { CalendarDate } from "./calendar-date";
import { canonicalName } from "./filing";
import { germanDeclaration } from "./german/declaration";
import type { Language } from "./language";

export type Declared = { name: string; organisation: string; reference: string; day: CalendarDate };

/** One paragraph an entry. The law's own formula stands in it in every language. */
export function declarationText(declared: Declared, language: Language): readonly string[] {
  if (language === "de") return germanDeclaration(declared);
  const { name, organisation, reference, day } = declared;
  return [
    `I, ${name}, declare: I am the person whose personal information is asked for in request ${reference} to ${organisation}.`,
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true and correct.",
    `Signed on ${day}.`,
  ];
}

/** A typed name signs where it is the name of the request; case, accents and spacing do not matter. */
export function signs(typed: string, name: string): boolean {
  return canonicalName(typed) === canonicalName(name);
}

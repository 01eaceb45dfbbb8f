// Decides what stands in a letter for each variable of a template, in the reader's language.
import type { CalendarDate } from "./calendar-date";
import type { Language } from "./language";
import type { TemplateValues } from "./letter-template";
import type { Right } from "./right";
import { wordsIn } from "./words";

type About = {
  reference: string;
  /** Whoever reads it; null where that may not be seen, or is held no more. */
  name: string | null;
  rights: readonly Right[];
  receivedOn: CalendarDate;
  /** Null while the clock gives no date: the blank then stays, and somebody has to write what is true. */
  dueOn: CalendarDate | null;
  organisation: string;
};

export function templateValues(about: About, language: Language): TemplateValues {
  const { reference, name, rights, receivedOn, dueOn, organisation } = about;
  const words = wordsIn(language);
  return {
    reference,
    organisation,
    rights: rights.map((right) => words.rights[right].statute).join(", "),
    receivedOn: dayIn(receivedOn, language),
    ...(name === null ? {} : { name }),
    ...(dueOn === null ? {} : { dueOn: dayIn(dueOn, language) }),
  };
}

function dayIn(day: CalendarDate, language: Language): string {
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, format).format(new Date(`${day}T00:00:00Z`));
}

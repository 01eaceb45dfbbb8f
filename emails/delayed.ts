import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/**
 * The answer is late, and when it comes. Never called an extension: the law's date is over, and the right to complain and to
 * go to court stands in the letter (GDPR Arts 12(3), 77, 79).
 */
export function delayed(facts: PersonFacts, t: LetterWords): Letter {
  const { delay, language } = facts;
  const due = delay?.dueOn ? [paragraph(t("delayed.late", { due: longDay(delay.dueOn, language) }))] : [];
  const until = delay ? [paragraph(t("delayed.until", { until: longDay(delay.until, language) }))] : [];
  return {
    subject: t("delayed.subject"),
    title: t("delayed.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...due,
      ...until,
      paragraph(t("delayed.noExtension")),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("delayed.nothing")),
      datesPart(facts, t),
      ...countPart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

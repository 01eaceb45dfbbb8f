import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The date moved by a holiday or by a new promise: both days, and how the new one is counted (GDPR Art. 12(3)). */
export function dateMoved(facts: PersonFacts, t: LetterWords): Letter {
  const { moved, language } = facts;
  const days = moved && { from: longDay(moved.from, language), to: longDay(moved.to, language) };
  const how = moved && moved.to < moved.from ? "earlier" : "later";
  return {
    subject: t("date_moved.subject"),
    title: t("date_moved.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...(days ? [paragraph(t(`date_moved.${how}`, days))] : []),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("date_moved.nothing")),
      datesPart(facts, t),
      ...countPart(facts, t),
      ...(how === "later" ? complaintPart(facts, t) : []),
      ...whyPart(facts, t),
    ],
  };
}

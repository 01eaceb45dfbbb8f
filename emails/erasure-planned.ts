import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** What is deleted cannot be brought back: the day from which it goes, and until when one can change one's mind. */
export function erasurePlanned(facts: PersonFacts, t: LetterWords): Letter {
  const { eraseFrom, language } = facts;
  const days = eraseFrom && { day: longDay(eraseFrom, language) };
  return {
    subject: t("erasure_planned.subject"),
    title: t("erasure_planned.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...(days ? [paragraph(t("erasure_planned.from", days)), paragraph(t("erasure_planned.mind", days))] : []),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("erasure_planned.after")),
      datesPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

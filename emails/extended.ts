import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** More time, told in time: old and new date, and the ways to complain about it (GDPR Art. 12(3)–(4)). */
export function extended(facts: PersonFacts, t: LetterWords): Letter {
  const { extension, language, dueOn } = facts;
  // Another right of the same request may run on a clock that no extension moves.
  const rest = extension && dueOn && dueOn < extension.to ? dueOn : null;
  const dates = extension && { from: longDay(extension.from, language), to: longDay(extension.to, language) };
  return {
    subject: t("extended.subject"),
    title: t("extended.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...(dates ? [paragraph(t("extended.why", dates))] : []),
      ...(extension?.ground ? [paragraph(t(`extended.ground.${extension.ground}`))] : []),
      ...(rest ? [paragraph(t("extended.rest", { due: longDay(rest, language) }))] : []),
      paragraph(t("extended.counted")),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("extended.nothing")),
      datesPart(facts, t),
      ...countPart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

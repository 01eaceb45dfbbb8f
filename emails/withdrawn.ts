import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { linkPart, referencePart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The end that the person chose, and what to do if they did not. */
export function withdrawn(facts: PersonFacts, t: LetterWords): Letter {
  const { language, desk, pages } = facts;
  const closed = longDay(facts.closedOn ?? facts.receivedOn, language);
  return {
    subject: t("withdrawn.subject"),
    title: t("withdrawn.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("withdrawn.done", { closed })),
      referencePart(facts, t),
      ...(facts.keptUntil ? [paragraph(t("withdrawn.kept", { until: longDay(facts.keptUntil, language) }))] : []),
      paragraph(t("withdrawn.again", { url: pages.ask })),
      paragraph(t("withdrawn.notYou", { email: desk.email })),
      ...linkPart(facts, t, t("shared.openRequest")),
      ...whyPart(facts, t),
    ],
  };
}

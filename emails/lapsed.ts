import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, referencePart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** Never silently: the request ended unconfirmed, how to start again, where to complain (GDPR Art. 12(4)). No blame. */
export function lapsed(facts: PersonFacts, t: LetterWords): Letter {
  const { language, desk, pages } = facts;
  const received = longDay(facts.receivedOn, language);
  const closed = longDay(facts.closedOn ?? facts.closesOn, language);
  return {
    subject: t("lapsed.subject"),
    title: t("lapsed.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("lapsed.closed", { received, closed, organisation: desk.name })),
      paragraph(t("lapsed.again", { url: pages.ask })),
      ...(facts.keptUntil ? [paragraph(t("lapsed.kept", { until: longDay(facts.keptUntil, language) }))] : []),
      referencePart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

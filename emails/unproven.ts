import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, datesPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The end of a request whose proof never came: why, what can be done about it, how it goes on (GDPR Art. 12(4)). */
export function unproven(facts: PersonFacts, t: LetterWords): Letter {
  const { closedOn, receivedOn, keptUntil, language, pages } = facts;
  const closed = longDay(closedOn ?? receivedOn, language);
  return {
    subject: t("unproven.subject"),
    title: t("unproven.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("unproven.closed", { closed })),
      paragraph(t("unproven.again", { url: pages.find })),
      ...(keptUntil ? [paragraph(t("unproven.kept", { until: longDay(keptUntil, language) }))] : []),
      datesPart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, datesPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The end of a request whose proof never came: why, what can be done about it, how it goes on (GDPR Art. 12(4), 11 CCR §7024). */
export function unproven(facts: PersonFacts, t: LetterWords): Letter {
  const { closedOn, receivedOn, keptUntil, language, pages, unproven: due } = facts;
  const acting = facts.acting ? "other_person" : "self";
  const closed = longDay(closedOn ?? receivedOn, language);
  return {
    subject: t("unproven.subject"),
    title: t("unproven.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("unproven.closed", { closed, acting })),
      ...(due.couldNotVerify ? [paragraph(t("unproven.couldNotVerify", { acting }))] : []),
      ...(due.policy ? [paragraph(t("unproven.policy", { url: due.policy }))] : []),
      ...(due.optOut ? [paragraph(t("unproven.optOut", { url: due.optOut }))] : []),
      paragraph(t("unproven.again", { url: pages.find })),
      ...(keptUntil ? [paragraph(t("unproven.kept", { until: longDay(keptUntil, language) }))] : []),
      datesPart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

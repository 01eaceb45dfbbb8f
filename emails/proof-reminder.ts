import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** Proof is missing and nothing moves for want of it. What would do stands on the page. */
export function proofReminder(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("proof_reminder.subject"),
    title: t("proof_reminder.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("proof_reminder.waiting", { received: longDay(facts.receivedOn, facts.language) })),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("proof_reminder.can")),
      datesPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

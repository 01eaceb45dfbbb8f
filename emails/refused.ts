import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, linkPart, referencePart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** A refusal: where its ground stands, and every way to have it looked at again (GDPR Art. 12(4)). */
export function refused(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("refused.subject"),
    title: t("refused.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("refused.not")),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("refused.review")),
      referencePart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

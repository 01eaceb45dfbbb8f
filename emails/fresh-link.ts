import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { linkAndCode, notYou, referencePart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** Asked for at "send me a fresh link". Only ever goes to the address of the request. */
export function freshLink(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("fresh_link.subject"),
    title: t("fresh_link.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("fresh_link.asked")),
      ...linkAndCode(facts, t, t("fresh_link.action")),
      referencePart(facts, t),
      notYou(t),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkPart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** To the address that is about to be replaced, while it still can say no. */
export function addressChangeAsked(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("address_change_asked.subject"),
    title: t("address_change_asked.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("address_change_asked.asked")),
      paragraph(t("address_change_asked.stop")),
      ...linkPart(facts, t, t("shared.openRequest")),
      datesPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

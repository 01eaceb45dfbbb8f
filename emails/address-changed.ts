import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";

/** The last letter to the address that was replaced. It carries no key: that address opens nothing any more. */
export function addressChanged(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("address_changed.subject"),
    title: t("address_changed.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("address_changed.changed")),
      paragraph(t("address_changed.notYou", { email: facts.desk.email })),
      { kind: "rows", rows: [[t("shared.reference"), facts.reference]] },
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { notYou, ownLinkPart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** To the address that letters shall go to from now on. */
export function confirmNewAddress(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("confirm_new_address.subject"),
    title: t("confirm_new_address.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("confirm_new_address.asked", { organisation: facts.desk.name })),
      ...ownLinkPart(facts, t, t("confirm_new_address.action")),
      paragraph(t("confirm_new_address.after")),
      { kind: "rows", rows: [[t("shared.reference"), facts.reference]] },
      notYou(t),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, linkPart, referencePart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** The answer waits behind the portal, never attached; until when, and how to disagree. */
export function answerReady(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("answer_ready.subject"),
    title: t("answer_ready.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("answer_ready.waits")),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("answer_ready.until", { days: facts.answerFilesDays })),
      paragraph(t("answer_ready.line")),
      referencePart(facts, t),
      paragraph(t("answer_ready.disagree")),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { ownLinkPart, whyPart } from "./letter-parts";
import type { LetterWords } from "./letter-words";

/** To the person that an agent asks for. Names nobody: what a stranger typed is shown on the page and not in a letter. */
export function confirmAgent(facts: PersonFacts, t: LetterWords): Letter {
  return {
    subject: t("confirm_agent.subject"),
    title: t("confirm_agent.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("confirm_agent.asked", { organisation: facts.desk.name })),
      ...ownLinkPart(facts, t, t("confirm_agent.action")),
      paragraph(t("confirm_agent.silence")),
      { kind: "rows", rows: [[t("shared.reference"), facts.reference]] },
      ...whyPart(facts, t),
    ],
  };
}

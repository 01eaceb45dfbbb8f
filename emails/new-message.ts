import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The words wait on the page; the letter only says so. */
export function newMessage(facts: PersonFacts, t: LetterWords): Letter {
  const { dueOn, closedOn, language } = facts;
  const due = dueOn && !closedOn ? [paragraph(t("new_message.due", { due: longDay(dueOn, language) }))] : [];
  return {
    subject: t("new_message.subject"),
    title: t("new_message.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("new_message.waits")),
      ...linkPart(facts, t, t("shared.openRequest")),
      ...due,
      datesPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

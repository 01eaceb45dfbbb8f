import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkAndCode, notYou, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** To an address that somebody typed: a link and a code, and what happens without them. */
export function confirmAddress(facts: PersonFacts, t: LetterWords): Letter {
  const { desk, language } = facts;
  const received = longDay(facts.receivedOn, language);
  return {
    subject: t("confirm_address.subject"),
    title: t("confirm_address.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("confirm_address.asked", { received, organisation: desk.name })),
      ...linkAndCode(facts, t, t("confirm_address.action")),
      paragraph(after(facts, t)),
      // What was begun without proof does not close for want of a confirmation.
      ...(facts.started
        ? []
        : [paragraph(t("confirm_address.otherwise", { closes: longDay(facts.closesOn, language) }))]),
      datesPart(facts, t),
      notYou(t),
      ...whyPart(facts, t),
    ],
  };
}

function after({ started, dueOn, language }: PersonFacts, t: LetterWords): string {
  if (!dueOn) return started ? t("confirm_address.startedStopped") : t("confirm_address.afterStopped");
  const due = longDay(dueOn, language);
  return started ? t("confirm_address.started", { due }) : t("confirm_address.after", { due });
}

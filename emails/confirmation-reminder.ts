import { type Letter, paragraph, quiet } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkAndCode, notYou, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** Before an unconfirmed request closes: the way to confirm, and the day on which it ends. */
export function confirmationReminder(facts: PersonFacts, t: LetterWords): Letter {
  const received = longDay(facts.receivedOn, facts.language);
  return {
    subject: t("confirmation_reminder.subject"),
    title: t("confirmation_reminder.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("confirmation_reminder.waiting", { received, organisation: facts.desk.name })),
      ...linkAndCode(facts, t, t("confirmation_reminder.action")),
      paragraph(t("confirmation_reminder.otherwise", { closes: longDay(facts.closesOn, facts.language) })),
      datesPart(facts, t),
      notYou(t),
      quiet(t("confirmation_reminder.late")),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, datesPart, linkPart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** The acknowledgement: when it came, by when we answer and how that was counted, what happens next. */
export function received(facts: PersonFacts, t: LetterWords): Letter {
  const { language, dueOn } = facts;
  const on = longDay(facts.receivedOn, language);
  const thanks = dueOn
    ? t("received.thanks", { received: on, due: longDay(dueOn, language) })
    : t("received.thanksStopped", { received: on });
  return {
    subject: t("received.subject"),
    title: t("received.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(thanks),
      paragraph(facts.proofAwaited ? t("received.show") : t("received.next")),
      datesPart(facts, t),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("shared.addOrWithdraw")),
      ...countPart(facts, t),
      ...complaintPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

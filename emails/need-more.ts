import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { datesPart, linkPart, whyPart } from "./letter-parts";
import { cited, type LetterWords, longDay } from "./letter-words";

/** Something is asked of the person. What and why stands on the page: it may be personal. */
export function needMore(facts: PersonFacts, t: LetterWords): Letter {
  const identity = facts.proofBeyond ? t("need_more.identityBeyond") : t("need_more.identity");
  const what = facts.waitingFor === "identity" ? identity : t("need_more.clarification");
  return {
    subject: t("need_more.subject"),
    title: t("need_more.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(what),
      ...(facts.proofAsked ? [paragraph(t(`need_more.proof.${facts.proofAsked}`))] : []),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("need_more.safely")),
      ...clockPart(facts, t),
      datesPart(facts, t),
      ...whyPart(facts, t),
    ],
  };
}

function clockPart({ pausedBy, dueOn, language }: PersonFacts, t: LetterWords) {
  if (dueOn) return [paragraph(t("need_more.runs", { due: longDay(dueOn, language) }))];
  return pausedBy ? [paragraph(t("need_more.stands", { citation: cited(pausedBy, language) }))] : [];
}

import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, linkPart, referencePart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** An appeal or a complaint arrived: who decides and by when, with the sum (DPA 2018 s.164A(3) and the appeals of the states). */
export function contestReceived(facts: PersonFacts, t: LetterWords): Letter {
  const { contest, language } = facts;
  const kind = contest?.kind ?? "complaint";
  const due = contest?.dueOn ? t("contest_received.due", { due: longDay(contest.dueOn, language) }) : null;
  return {
    subject: t("contest_received.subject", { kind }),
    title: t("contest_received.title", { kind }),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...(contest ? [paragraph(t("contest_received.arrived", { opened: longDay(contest.openedOn, language) }))] : []),
      paragraph(due ?? t("contest_received.open")),
      ...linkPart(facts, t, t("shared.openRequest")),
      paragraph(t("contest_received.nothing")),
      referencePart(facts, t),
      ...(contest ? countPart({ lines: contest.lines, language }, t) : []),
      ...complaintPart(withoutFirst(facts), t),
      ...whyPart(facts, t),
    ],
  };
}

/** Nobody is told to come to us first who did. */
export function withoutFirst(facts: PersonFacts): PersonFacts {
  return { ...facts, complaint: facts.complaint.map(({ first: _, ...route }) => route) };
}

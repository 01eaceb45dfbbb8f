import { withoutFirst } from "./contest-received";
import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, countPart, linkPart, referencePart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/** More time to decide, told in time and with the reason (C.R.S. 6-1-1306(3)(b)). */
export function contestExtended(facts: PersonFacts, t: LetterWords): Letter {
  const { contest, language } = facts;
  const moved = contest?.extension;
  const dates = moved && { from: longDay(moved.from, language), to: longDay(moved.to, language) };
  return {
    subject: t("contest_extended.subject", { kind: contest?.kind ?? "complaint" }),
    title: t("contest_extended.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      ...(dates ? [paragraph(t("contest_extended.why", dates))] : []),
      paragraph(t("contest_extended.counted")),
      ...linkPart(facts, t, t("shared.openRequest")),
      referencePart(facts, t),
      ...(contest ? countPart({ lines: contest.lines, language }, t) : []),
      ...complaintPart(withoutFirst(facts), t),
      ...whyPart(facts, t),
    ],
  };
}

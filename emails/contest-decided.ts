import { withoutFirst } from "./contest-received";
import { type Letter, paragraph } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { complaintPart, linkPart, referencePart, whyPart } from "./letter-parts";
import { type LetterWords, longDay } from "./letter-words";

/**
 * What was decided, where the reasons stand, and whom to turn to now: where an appeal is denied the law wants told how to
 * complain to the Attorney General online (Va. Code §59.1-577(C), C.R.S. 6-1-1306(3)(c), DPA 2018 s.164A).
 */
export function contestDecided(facts: PersonFacts, t: LetterWords): Letter {
  const { contest, dueOn, language } = facts;
  const kind = contest?.kind ?? "complaint";
  const outcome = contest?.outcome ?? "denied";
  const anew = outcome === "reversed" && dueOn ? t("contest_decided.anew", { due: longDay(dueOn, language) }) : null;
  const [, ...routes] = complaintPart(withoutFirst(facts), t);
  return {
    subject: t("contest_decided.subject", { kind }),
    title: t("contest_decided.title", { kind }),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("contest_decided.outcome", { outcome })),
      ...(anew ? [paragraph(anew)] : []),
      ...linkPart(facts, t, t("shared.openRequest")),
      referencePart(facts, t),
      ...(routes.length > 0 ? [{ kind: "heading" as const, text: t("contest_decided.next") }, ...routes] : []),
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph, quiet } from "./letter";
import type { PersonFacts } from "./letter-facts";
import { whyPart } from "./letter-parts";
import { grouped, instantAt, type LetterWords } from "./letter-words";

/** A typed code and nothing to press: it opens the answer only where the page that asked for it is open. */
export function deliveryCode(facts: PersonFacts, t: LetterWords): Letter {
  const { key, language, desk } = facts;
  return {
    subject: t("delivery_code.subject"),
    title: t("delivery_code.title"),
    letterhead: t("shared.letterhead"),
    blocks: [
      paragraph(t("delivery_code.asked")),
      ...(key
        ? [
            { kind: "code" as const, label: t("delivery_code.label"), code: grouped(key.code) },
            quiet(t("delivery_code.until", { until: instantAt(key.codeUntil, language, desk.timeZone) })),
          ]
        : []),
      paragraph(t("delivery_code.notYou", { email: desk.email })),
      { kind: "rows", rows: [[t("shared.reference"), facts.reference]] },
      ...whyPart(facts, t),
    ],
  };
}

import { type Letter, paragraph, quiet } from "./letter";
import type { StaffFacts } from "./letter-facts";
import { type LetterWords, longDay } from "./letter-words";

/** Every letter to staff: one sentence, reference, due date, a link. Whoever reads over the shoulder learns nothing. */
export function staffLetter(
  facts: StaffFacts,
  t: LetterWords,
  words: { subject: string; title: string; line: string },
): Letter {
  const due = facts.dueOn ? longDay(facts.dueOn, facts.language) : t("shared.dueStopped");
  return {
    subject: words.subject,
    title: words.title,
    letterhead: t("staff.letterhead"),
    blocks: [
      paragraph(words.line),
      ...(facts.undelivered > 0 ? [paragraph(t("staff.undelivered", { letters: facts.undelivered }))] : []),
      {
        kind: "rows",
        rows: [
          [t("shared.reference"), facts.reference],
          [t("shared.due"), due],
        ],
      },
      { kind: "action", label: t("staff.open"), url: facts.url },
      quiet(t("staff.only", { organisation: facts.organisation })),
    ],
  };
}

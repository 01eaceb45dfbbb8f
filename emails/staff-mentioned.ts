import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffMentioned(facts: StaffFacts, t: LetterWords): Letter {
  return staffLetter(facts, t, {
    subject: t("staff_mentioned.subject"),
    title: t("staff_mentioned.title"),
    line: t("staff_mentioned.line"),
  });
}

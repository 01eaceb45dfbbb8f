import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffNobodyThere(facts: StaffFacts, t: LetterWords): Letter {
  return staffLetter(facts, t, {
    subject: t("staff_nobody_there.subject"),
    title: t("staff_nobody_there.title"),
    line: t("staff_nobody_there.line"),
  });
}

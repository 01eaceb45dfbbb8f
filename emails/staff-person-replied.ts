import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffPersonReplied(facts: StaffFacts, t: LetterWords): Letter {
  return staffLetter(facts, t, {
    subject: t("staff_person_replied.subject"),
    title: t("staff_person_replied.title"),
    line: t("staff_person_replied.line"),
  });
}

import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffNewRequest(facts: StaffFacts, t: LetterWords): Letter {
  return staffLetter(facts, t, {
    subject: t("staff_new_request.subject"),
    title: t("staff_new_request.title"),
    line: t("staff_new_request.line"),
  });
}

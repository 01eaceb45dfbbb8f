import { daysBetween } from "@/lib/domain/calendar-date";
import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffOverdue(facts: StaffFacts, t: LetterWords): Letter {
  const days = Math.max(1, facts.dueOn ? daysBetween(facts.dueOn, facts.today) : 1);
  return staffLetter(facts, t, {
    subject: t("staff_overdue.subject"),
    title: t("staff_overdue.title"),
    line: t("staff_overdue.line", { days }),
  });
}

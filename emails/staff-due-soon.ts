import { daysBetween, formatDay } from "@/lib/domain/calendar-date";
import type { Letter } from "./letter";
import type { StaffFacts } from "./letter-facts";
import type { LetterWords } from "./letter-words";
import { staffLetter } from "./staff-letter";

export function staffDueSoon(facts: StaffFacts, t: LetterWords): Letter {
  const dueOn = facts.dueOn ?? facts.today;
  return staffLetter(facts, t, {
    subject: t("staff_due_soon.subject", { due: formatDay(dueOn) }),
    title: t("staff_due_soon.title"),
    line: t("staff_due_soon.line", { days: Math.max(0, daysBetween(facts.today, dueOn)) }),
  });
}

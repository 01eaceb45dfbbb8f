import { type Letter, paragraph, quiet } from "./letter";
import type { WeeklyLetterFacts } from "./letter-facts";
import { type LetterWords, longDay } from "./letter-words";

/** The letter of the week: which days, and where their figures are. It holds no figure and names no request (062). */
export function staffWeekly(facts: WeeklyLetterFacts, t: LetterWords): Letter {
  const { week, language, url, stopUrl, accountUrl, organisation } = facts;
  const [first, last] = [longDay(week.first, language), longDay(week.last, language)];
  return {
    subject: t("staff_weekly.subject", { last }),
    title: t("staff_weekly.title"),
    letterhead: t("staff.letterhead"),
    blocks: [
      paragraph(t("staff_weekly.line", { first, last })),
      { kind: "action", label: t("staff_weekly.open"), url },
      paragraph(t("staff_weekly.same")),
      quiet(t("staff_weekly.without")),
      quiet(t("staff_weekly.why", { organisation })),
      { kind: "action", label: t("staff_weekly.stop"), url: stopUrl, quiet: true },
      quiet(t("staff_weekly.account", { url: accountUrl })),
    ],
  };
}

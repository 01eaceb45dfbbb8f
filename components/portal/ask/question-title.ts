import type { PortalWords } from "@/components/portal/words";
import { asksForOther } from "@/lib/forms/intake";
import type { Intake, Question } from "@/lib/forms/intake-question";
import { one } from "@/lib/forms/kept-values";

/** The question itself: the page's h1 and its title. */
export function questionTitle(question: Question, { values, child }: Intake, t: PortalWords): string {
  switch (question) {
    case "young":
      return t("ask.young.title", { under: child.under });
    case "who":
    case "child":
    case "authority":
    case "region":
    case "rights":
    case "unsure":
    case "contact":
      return t(`ask.${question}.title`);
    case "place":
      return asksForOther(values) || one(values, "relation") === "helper"
        ? t("ask.place.titleOther")
        : t("ask.place.title");
    default:
      return t(`ask.details.${question}`);
  }
}

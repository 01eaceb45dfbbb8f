// What may be typed about being away. Whether the plan can stand is the domain's to ask.
import { z } from "zod";
import type { Absence } from "@/lib/domain/cover";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import { dayOf, dayParts } from "./day-parts";
import type { Mistakes } from "./kept-values";

/** Under which key a form that came back is kept: one for each member. */
export function absenceFormKey(staffId: string): string {
  return `staff-absence-${staffId}`;
}

/** In the order of the form, for the summary of mistakes. */
export const absenceFields = ["from", "until", "cover"] as const;

export const absenceForm = z
  .object({
    ...dayParts("from"),
    ...dayParts("until"),
    cover: z.union([z.literal(""), z.guid("Choose from the list.")]).default(""),
  })
  .transform((typed, context): Absence => {
    const [from, until] = [dayOf(typed, "from"), dayOf(typed, "until")];
    const missing = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (!from) missing("from", "Give the first day away, like 24 12 2026.");
    if (!until) missing("until", "Give the last day away, like 3 1 2027.");
    return from && until ? { from, until, coverId: typed.cover === "" ? null : typed.cover } : z.NEVER;
  });

const aboutCover: readonly Refusal[] = ["cover_unfit", "cover_circle"];
const aboutDays: readonly Refusal[] = ["absence_backwards", "absence_over", "absence_long"];

/** A refusal said at the field that it is about. */
export function absenceMistakes(refusal: Refusal): Mistakes {
  const field = aboutCover.includes(refusal) ? "cover" : aboutDays.includes(refusal) ? "until" : "";
  return { [field]: refusals[refusal] };
}

// What may be typed when a regulator's pack is made: the period and, where the sign-in is a while ago, the password anew.
import { z } from "zod";
import { type CalendarDate, calendarDate, plusMonths } from "@/lib/domain/calendar-date";
import type { PackSpan } from "@/lib/domain/pack-figures";

const day = (missing: string) =>
  z.string({ error: missing }).transform((text, context): CalendarDate => {
    try {
      return calendarDate(text);
    } catch {
      context.addIssue({ code: "custom", message: missing });
      return z.NEVER;
    }
  });

export type PackForm = PackSpan & { password: string; code: string };

/** A pack ends today at the latest: what is to come is no record. */
export function packForm(today: CalendarDate): z.ZodType<PackForm> {
  return z
    .object({
      from: day("Give the first day of the period."),
      asOf: day("Give the last day."),
      password: z.string().max(1_000).default(""),
      code: z.string().max(20).default(""),
    })
    .superRefine(({ from, asOf }, context) => {
      const path = ["asOf"];
      if (asOf > today) context.addIssue({ code: "custom", path, message: "Give today or a day before it." });
      if (from > asOf) context.addIssue({ code: "custom", path, message: "The last day comes after the first." });
    });
}

/** What the form shows at first: the year up to today. */
export function usualSpan(today: CalendarDate): PackSpan {
  return { from: plusMonths(today, -12), asOf: today };
}

// Which column of an uploaded backlog is what, as staff choose it.
import { z } from "zod";
import { type BacklogField, backlogFieldNames, backlogFields } from "@/lib/domain/backlog/columns";
import type { BacklogSettings } from "@/lib/domain/backlog/row";
import { spokenChannels } from "@/lib/domain/events";

export function columnField(field: BacklogField): string {
  return `column-${field}`;
}

/** @param heads how many columns there are; @param languages those of the organisation */
export function backlogColumnsForm(heads: number, languages: readonly string[]): z.ZodType<BacklogSettings> {
  const place = z
    .string()
    .optional()
    .transform((typed) => (typed ? Number(typed) : null))
    .refine((at) => at === null || (Number.isInteger(at) && at >= 0 && at < heads), "Choose a column of the file.");
  const columns = Object.fromEntries(backlogFieldNames.map((field) => [columnField(field), place]));
  return z
    .object({
      ...columns,
      dayOrder: z.enum(["day_first", "month_first"], { error: "Choose how the days are written." }),
      channel: z.enum(spokenChannels, { error: "Choose how they came." }),
      language: z.enum(languages as [string, ...string[]], { error: "Choose a language." }),
    })
    .superRefine((typed, context) => {
      for (const field of backlogFieldNames) {
        const missing = backlogFields[field].needed && placeIn(typed, field) === null;
        const message = `Choose the column with: ${backlogFields[field].label.toLowerCase()}.`;
        if (missing) context.addIssue({ code: "custom", path: [columnField(field)], message });
      }
    })
    .transform((typed): BacklogSettings => {
      const chosen = backlogFieldNames.flatMap((field) => {
        const at = placeIn(typed, field);
        return at === null ? [] : [[field, at] as const];
      });
      const { dayOrder, channel, language } = typed;
      return { columns: Object.fromEntries(chosen), dayOrder, channel, language };
    });
}

function placeIn(typed: object, field: BacklogField): number | null {
  return (typed as Record<string, number | null>)[columnField(field)] ?? null;
}

// What the form of an erasure's plan may hold: the days from which the schedule's periods are counted, as far as staff know.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import type { RetentionRule } from "@/lib/domain/retention-rule";
import type { KnownDates } from "@/lib/domain/systems/plan-events";

export type PlanDayField = { name: string; label: string; hint: string; category?: string };

/** The days that this schedule can use. A category that nothing in law keeps goes anyway: its newest record moves nothing. */
export function planDayFields(schedule: readonly RetentionRule[]): readonly PlanDayField[] {
  const kinds = new Set(schedule.map(({ rule }) => rule.kind));
  const kept = schedule.filter(({ rule, lawfulException }) => rule.kind === "from_creation" && lawfulException);
  return [
    ...(kinds.has("after_account_end")
      ? [{ name: "accountEnded", label: "Day the account ended", hint: "Leave it empty while the account is open." }]
      : []),
    ...(kinds.has("until_withdrawal_or")
      ? [
          {
            name: "lastHeard",
            label: "Day we last heard from the person",
            hint: "For marketing. Leave it empty if nobody knows.",
          },
        ]
      : []),
    ...kept.map(({ category, name }) => ({
      name: `newest-${category}`,
      label: `Newest record in “${name}”`,
      hint: "The time for keeping all of it runs from this day. Without it the line gives the rule and no date.",
      category,
    })),
  ];
}

/** Boxes of a day as they were typed; all empty means unknown. */
export function planSchema(schedule: readonly RetentionRule[], today: CalendarDate): z.ZodType<KnownDates> {
  const fields = planDayFields(schedule);
  const box = z.string().trim().max(4).optional();
  const shape = Object.fromEntries(
    fields.flatMap(({ name }) => ["day", "month", "year"].map((part) => [`${name}-${part}`, box] as const)),
  );
  return z.object(shape).transform((typed, context): KnownDates => {
    const createdOn: Record<string, CalendarDate> = {};
    const known: { accountEndedOn?: CalendarDate; lastInteractionOn?: CalendarDate } = {};
    for (const { name, label, category } of fields) {
      const day = readBoxes(typed, name);
      if (day === "none") continue;
      if (day === null || day > today) {
        const message =
          day === null
            ? `${label}: give it like 31 12 2026, or leave it empty.`
            : `${label}: that day is still to come.`;
        context.addIssue({ code: "custom", path: [name], message });
      } else if (category) createdOn[category] = day;
      else if (name === "accountEnded") known.accountEndedOn = day;
      else known.lastInteractionOn = day;
    }
    return { ...known, ...(Object.keys(createdOn).length > 0 ? { createdOn } : {}) };
  });
}

function readBoxes(typed: Readonly<Record<string, unknown>>, name: string): CalendarDate | "none" | null {
  const [year = "", month = "", day = ""] = ["year", "month", "day"].map((part) =>
    String(typed[`${name}-${part}`] ?? ""),
  );
  if (year + month + day === "") return "none";
  try {
    return calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  } catch {
    return null;
  }
}

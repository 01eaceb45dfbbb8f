// What the forms that choose a day may hold: until when a request sleeps, and by when the house wants to be done.
import { z } from "zod";
import type { StepChange } from "@/lib/domain/step-change";
import type { StepForm } from "./console-steps";
import { dayIn, dayOf, dayParts } from "./day-parts";

const seenVersion = z.coerce.number().int().positive();
// A box that is not ticked posts nothing.
const ticked = z.literal("yes").optional();

type SnoozeChange = Extract<StepChange, { step: "snooze" }>;

/** `when`: one of the days that the form offers, or `day` with the three boxes. */
export const snoozeFields = {
  when: z.string({ error: "Choose until when." }).min(1, "Choose until when."),
  ...dayParts("until"),
  wakeOnReply: ticked,
  late: ticked,
};

/** The snooze that was chosen; null where the boxes hold no day. */
export function snoozeChosen(typed: Readonly<Record<string, unknown>>): SnoozeChange | null {
  const until = typed.when === "day" ? dayOf(typed, "until") : dayIn(String(typed.when));
  return until && { step: "snooze", until, wakeOnReply: typed.wakeOnReply === "yes", late: typed.late === "yes" };
}

export const noDayMessage = "Give the day, like 31 12 2026.";

export const snoozeSchema: z.ZodType<StepForm> = z
  .object({ seenVersion, ...snoozeFields })
  .transform((typed, context): StepForm => {
    const change = snoozeChosen(typed);
    if (change) return { seenVersion: typed.seenVersion, change };
    context.addIssue({ code: "custom", path: ["until"], message: noDayMessage });
    return z.NEVER;
  });

/** `which`: `none` takes the date away; anything else is the day in the three boxes. */
export const internalDateSchema: z.ZodType<StepForm> = z
  .object({ seenVersion, which: z.string().optional(), ...dayParts("on") })
  .transform((typed, context): StepForm => {
    const on = dayOf(typed, "on");
    if (typed.which === "none" || on) {
      const change = { step: "set_internal_date", on: typed.which === "none" ? null : on } as const;
      return { seenVersion: typed.seenVersion, change };
    }
    context.addIssue({ code: "custom", path: ["on"], message: noDayMessage });
    return z.NEVER;
  });

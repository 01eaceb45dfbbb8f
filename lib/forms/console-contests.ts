// What the forms about appeals and complaints may hold; console-steps.ts has those of all other steps.
import { z } from "zod";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import { contestKinds } from "@/lib/domain/contest";
import { spokenChannels } from "@/lib/domain/events";
import type { StepForm } from "./console-steps";

const contest = z.enum(contestKinds, { error: "Say what it is about." });
const part = z.string().trim().max(4).default("");
const arrivalDay = { "arrivedOn-day": part, "arrivedOn-month": part, "arrivedOn-year": part };
type ArrivalTyped = Record<keyof typeof arrivalDay, string>;

/** The typed day; undefined when nothing was typed, null when it is no day: the domain says that in its own words. */
function arrivalOf(typed: ArrivalTyped): CalendarDate | null | undefined {
  const [year, month, day] = [typed["arrivedOn-year"], typed["arrivedOn-month"], typed["arrivedOn-day"]];
  if (!year && !month && !day) return undefined;
  try {
    return calendarDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  } catch {
    return null;
  }
}

const seenVersion = z.coerce.number().int().positive();

/** `told`: words that the person reads, and what is said where there are none; `asked`: what the person said themselves. */
export function contestForms(
  told: (missing: string) => z.ZodType<string>,
  asked: (missing: string) => z.ZodType<string>,
) {
  const words = told("Give the reasons. The person reads them.");
  const outcome = z.enum(["denied", "granted"], { error: "Choose how you decide." });
  return {
    enter_contest: z
      .object({
        ...{ seenVersion, contest, ...arrivalDay },
        channel: z.enum(spokenChannels, { error: "Choose how it came." }),
        words: asked("Write what they said or wrote."),
      })
      .transform(({ seenVersion, contest, channel, words, ...typed }): StepForm => {
        const arrivedOn = arrivalOf(typed);
        const takenDown = { channel, ...(arrivedOn === undefined ? {} : { arrivedOn }) };
        return { seenVersion, change: { step: "enter_contest", contest, words, takenDown } };
      }),
    acknowledge_contest: z
      .object({ seenVersion, contest, by: z.enum(["letter", ...spokenChannels]).default("letter") })
      .transform(({ seenVersion, contest, by }): StepForm => {
        const told = by === "letter" ? {} : { by };
        return { seenVersion, change: { step: "acknowledge_contest", contest, ...told } };
      }),
    extend_contest: z
      .object({ seenVersion, contest, words })
      .transform(
        ({ seenVersion, ...typed }): StepForm => ({ seenVersion, change: { step: "extend_contest", ...typed } }),
      ),
    decide_contest: z
      .object({ seenVersion, contest, outcome, words })
      .transform(
        ({ seenVersion, ...typed }): StepForm => ({ seenVersion, change: { step: "decide_contest", ...typed } }),
      ),
    reverse_answer: z
      .object({ seenVersion, contest, words })
      .transform(
        ({ seenVersion, ...typed }): StepForm => ({ seenVersion, change: { step: "reverse_answer", ...typed } }),
      ),
  };
}

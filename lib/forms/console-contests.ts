// What the forms about appeals and complaints may hold; console-steps.ts has those of all other steps.
import { z } from "zod";
import { contestKinds } from "@/lib/domain/contest";
import type { StepForm } from "./console-steps";

const contest = z.enum(contestKinds, { error: "Say what it is about." });
const seenVersion = z.coerce.number().int().positive();

/** `told`: words that the person reads, and what is said where there are none. */
export function contestForms(told: (missing: string) => z.ZodType<string>) {
  const words = told("Give the reasons. The person reads them.");
  const outcome = z.enum(["denied", "granted"], { error: "Choose how you decide." });
  return {
    acknowledge_contest: z
      .object({ seenVersion, contest })
      .transform(
        ({ seenVersion, ...typed }): StepForm => ({ seenVersion, change: { step: "acknowledge_contest", ...typed } }),
      ),
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

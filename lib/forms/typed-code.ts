import { z } from "zod";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import { mistake } from "./intake-mistakes";
import type { Mistakes } from "./kept-values";

/** The code that is typed beside a link; left away or empty where the page did not ask for it. */
export const besideLink = z.object({
  code: z
    .string()
    .optional()
    .transform((text) => text?.replace(/[\s-]/g, "") || null)
    .refine((text) => text === null || /^\d{8}$/.test(text), mistake("code_shape")),
});

/** A code of eight digits that has to be typed; spaces and dashes are fine. */
export const typedCode = z
  .string({ error: mistake("code_shape") })
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((text) => /^\d{8}$/.test(text), mistake("code_shape"));

const askAgain: readonly Refusal[] = ["code_wanted", "wrong_code", "code_dead"];

/** The mistake at the code's field where it has to be typed again; null for every other refusal. */
export function codeMistake(refusal: Refusal): Mistakes | null {
  return askAgain.includes(refusal) ? { code: refusals[refusal] } : null;
}

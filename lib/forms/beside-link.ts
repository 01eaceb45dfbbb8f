import { z } from "zod";
import { mistake } from "./intake-mistakes";

/** The code that is typed beside a link; left away or empty where the page did not ask for it. */
export const besideLink = z.object({
  code: z
    .string()
    .optional()
    .transform((text) => text?.replace(/[\s-]/g, "") || null)
    .refine((text) => text === null || /^\d{8}$/.test(text), mistake("code_shape")),
});

/** The same where there is no page that does without it. */
export const codeBesideLink = z
  .string({ error: mistake("code_shape") })
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((text) => /^\d{8}$/.test(text), mistake("code_shape"));

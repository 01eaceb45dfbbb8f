// What the form of a template may hold.
import { z } from "zod";
import { languages } from "@/lib/domain/language";
import { templateKinds, templateMistake } from "@/lib/domain/letter-template";

export const templateForm = z.object({
  id: z.uuid().optional().catch(undefined),
  version: z.coerce.number().int().positive().optional().catch(undefined),
  kind: z.enum(templateKinds, { error: "Choose what it is for." }),
  language: z.enum(languages, { error: "Choose its language." }),
  name: z
    .string({ error: "Give it a name." })
    .trim()
    .min(1, "Give it a name.")
    .max(80, "Write 80 characters or fewer."),
  text: z
    .string({ error: "Write the words." })
    .trim()
    .min(1, "Write the words.")
    .max(20_000, "Write 20000 characters or fewer.")
    .superRefine((text, context) => {
      const message = templateMistake(text);
      if (message) context.addIssue({ code: "custom", message });
    }),
});

export const removeTemplateForm = z.object({ id: z.uuid() });

/** The key under which what was typed into a template is kept when it comes back. */
export function templateFormKey(id: string | undefined): string {
  return `console-template:${id ?? "new"}`;
}

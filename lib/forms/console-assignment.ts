// What a rule of assignment may say. Whether the people it names are members is the command's to ask.
import { z } from "zod";
import { staffRoles } from "@/lib/domain/actor";
import type { AssignmentRule } from "@/lib/domain/assignment";
import { relations } from "@/lib/domain/verification";
import { readValue } from "./queue-terms";

export const assignmentFormKey = "console-assignment";

const several = z.preprocess(
  (typed) => (typed === undefined ? [] : [typed].flat()),
  z.array(z.string().max(60)).max(60),
);

/** In the order of the form, for the summary of mistakes. */
export const ruleFields = ["name", "places", "staff"] as const;

// Typed as in the queue's language: a country, or a part of one with laws of its own.
const places = z
  .string()
  .max(400, "400 characters or fewer.")
  .default("")
  .transform((typed, context): string[] => {
    const words = typed.split(/[\s,;]+/).filter(Boolean);
    const unknown = words.filter((word) => readValue("place", word) === null);
    if (unknown.length > 0) {
      const message = `“${unknown.join(", ")}” is no place. Write countries as DE or US, and states as US-CA.`;
      context.addIssue({ code: "custom", message });
    }
    return [...new Set(words.flatMap((word) => readValue("place", word) ?? []))];
  });

export const ruleForm = z
  .object({
    name: z.string().trim().max(80, "80 characters or fewer.").default(""),
    rights: several,
    regimes: several,
    languages: several,
    relations: several.pipe(z.array(z.enum(relations, "Choose from the list."))),
    places,
    staff: several.pipe(z.array(z.guid("Choose from the list."))),
    role: z.enum(staffRoles).nullable().catch(null),
  })
  .transform(({ staff, ...rest }, context): Omit<AssignmentRule, "id"> => {
    // Asked here and not above: what is missing is said all at once.
    if (rest.name === "") context.addIssue({ code: "custom", path: ["name"], message: "Give the rule a name." });
    if (staff.length === 0 && rest.role === null) {
      context.addIssue({ code: "custom", path: ["staff"], message: "Choose who gets these requests." });
    }
    // People are named or a role is; naming both, the people count.
    return { ...rest, staffIds: staff, role: staff.length > 0 ? null : rest.role };
  });

export const ruleChanges = ["first", "remove"] as const;

export function isRuleId(text: string): boolean {
  return z.guid().safeParse(text).success;
}

// What staff type about tasks of systems: which to ask, and the answer for an owner.
import { z } from "zod";
import { type Verb, verbs } from "@/lib/domain/systems/system-question";

export function tasksFormKey(reference: string): string {
  return `console-tasks:${reference}`;
}

export function taskAnswerKey(reference: string, taskId: string): string {
  return `console-task-answer:${reference}:${taskId}`;
}

/** A question as a box posts it. */
export function offerValue({ system, verb }: { system: string; verb: Verb }): string {
  return `${verb}:${system}`;
}

const offer = z
  .string()
  .max(200)
  .transform((posted, context) => {
    const [verb, system = ""] = posted.split(":");
    const known = verbs.find((one) => one === verb);
    if (known && system !== "") return { verb: known, system };
    context.addIssue({ code: "custom", message: "Choose from the list." });
    return z.NEVER;
  });

export const askSystemsForm = z.object({
  ask: z.preprocess(
    (typed) => (typed === undefined ? [] : [typed].flat()),
    z.array(offer).min(1, "Choose at least one system.").max(500),
  ),
});

export function isTaskId(text: string): boolean {
  return z.guid().safeParse(text).success;
}

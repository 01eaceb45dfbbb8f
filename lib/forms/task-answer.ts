// What is typed to answer a task: by its owner on the page behind the link, or by staff for them.
import { z } from "zod";
import type { FileToKeep } from "@/lib/domain/step-change";
import type { Counts } from "@/lib/domain/systems/system-question";
import { taskAnswers } from "@/lib/domain/systems/task";
import { mistake } from "./intake-mistakes";

/** The name of the field in which records of one category are counted. */
export function countField(category: string): string {
  return `count_${category}`;
}

const count = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === "") return null;
    if (/^\d{1,9}$/.test(typed)) return Number(typed);
    context.addIssue({ code: "custom", message: mistake("count_shape") });
    return null;
  });

/** `counts`: of the categories where a number was typed. */
export type TypedAnswer = { answer: (typeof taskAnswers)[number]; counts: Counts; words: string };

export function taskAnswerForm(categories: readonly string[]): z.ZodType<TypedAnswer> {
  const counts = Object.fromEntries(categories.map((category) => [countField(category), count.default(null)]));
  return z
    .object({
      answer: z.enum(taskAnswers, { error: mistake("choose_option") }),
      words: z.string().trim().max(5000, mistake("words_long")).default(""),
      ...counts,
    })
    .transform((typed, context): TypedAnswer => {
      const { answer, words } = typed;
      if (answer === "exception" && words === "")
        context.addIssue({ code: "custom", path: ["words"], message: mistake("exception_reason") });
      const counted = categories.flatMap((category) => {
        const number = (typed as Record<string, unknown>)[countField(category)];
        return typeof number === "number" ? [[category, number] as const] : [];
      });
      return { answer, words, counts: Object.fromEntries(counted) };
    });
}

/** What was typed with the files that came along; null where files came with an answer that has none. */
export function answerToRecord({ answer, counts, words }: TypedAnswer, files: readonly FileToKeep[]) {
  if (answer === "done") return { kind: answer, counts, words, files };
  if (files.length > 0) return null;
  return answer === "not_found" ? { kind: answer, words } : { kind: answer, words, counts };
}

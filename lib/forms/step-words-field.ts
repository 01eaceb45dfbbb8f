import type { Step } from "@/lib/domain/lifecycle";

/** The name of the field that holds a step's words. Message and note stand on one page, so theirs have names of their own. */
export function wordsField(step: Step): string {
  return step === "message" || step === "note" ? step : "words";
}

/** The name of the field by which a step's form chooses a template. */
export function templateField(step: Step): string {
  return `template-${step}`;
}

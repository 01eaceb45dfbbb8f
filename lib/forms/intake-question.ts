import { type Right, rights } from "@/lib/domain/right";
import { asksDetails, type DetailRight } from "./intake-details";
import type { Typed } from "./kept-values";

/** A page of the journey: some are for everybody, some belong to one right. */
export type Question = "who" | "authority" | "place" | "region" | "rights" | "unsure" | DetailRight | "contact";

const fixed: readonly Question[] = ["who", "authority", "place", "region", "rights", "unsure", "contact"];

/** What the questions depend on besides the answers. */
export type Intake = { offered: readonly Right[]; values: Typed };

export function isQuestion(text: string): text is Question {
  return fixed.some((question) => question === text) || rights.some((right) => right === text && asksDetails(right));
}

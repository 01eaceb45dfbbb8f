import type { ChildRule } from "@/lib/domain/organisation";
import { type Right, rights } from "@/lib/domain/right";
import { asksDetails, type DetailRight } from "./intake-details";
import type { Typed } from "./kept-values";

/** A page of the journey: some are for everybody, some belong to one right. */
export type Question = FixedQuestion | DetailRight;
export type FixedQuestion = (typeof fixed)[number];

const fixed = ["who", "place", "region", "child", "young", "authority", "rights", "unsure", "contact"] as const;

/** What the questions depend on besides the answers. */
export type Intake = {
  offered: readonly Right[];
  /** The organisation's rule about children. */
  child: Pick<ChildRule, "under" | "rule">;
  values: Typed;
};

export function isQuestion(text: string): text is Question {
  return fixed.some((question) => question === text) || rights.some((right) => right === text && asksDetails(right));
}

// Which rights ask something of their own, and what. Data; the words stand in the catalogue under the field's name.
// A right that is not here asks nothing: opt-outs may not, and a copy of everything needs no more (GDPR Art. 5(1)(c)).
import type { Right } from "@/lib/domain/right";

type Field = { right: Right; key: string; optional?: true } & (
  | { kind: "line" | "text" }
  | { kind: "choice"; options: readonly string[] }
);

/** Form name → what it is. `key` names the answer in what is filed. */
export const detailFields = {
  rectification_wrong: { right: "rectification", key: "wrong", kind: "text" },
  rectification_right: { right: "rectification", key: "right", kind: "text" },
  erasure_extent: { right: "erasure", key: "extent", kind: "choice", options: ["everything", "part"] },
  erasure_part: { right: "erasure", key: "part", kind: "text", optional: true },
  portability_format: { right: "portability", key: "format", kind: "choice", options: ["any", "json", "csv"] },
  objection_use: { right: "objection", key: "use", kind: "text" },
  objection_situation: { right: "objection", key: "situation", kind: "text", optional: true },
  restriction_ground: {
    right: "restriction",
    key: "ground",
    kind: "choice",
    options: ["disputed", "unlawful", "claims", "objected"],
  },
  restriction_about: { right: "restriction", key: "about", kind: "text", optional: true },
  withdraw_consent_what: { right: "withdraw_consent", key: "what", kind: "text", optional: true },
  automated_decision_review_decision: { right: "automated_decision_review", key: "decision", kind: "text" },
  automated_decision_review_view: { right: "automated_decision_review", key: "view", kind: "text", optional: true },
  bias_report_what: { right: "bias_report", key: "what", kind: "text" },
  bias_report_when: { right: "bias_report", key: "when", kind: "line", optional: true },
} as const satisfies Record<string, Field>;

export type DetailName = keyof typeof detailFields;
export type DetailRight = (typeof detailFields)[DetailName]["right"];
type ChoiceField = Extract<(typeof detailFields)[DetailName], { kind: "choice" }>;
export type DetailOption = ChoiceField["options"][number];

export const detailNames = Object.keys(detailFields) as readonly DetailName[];

/** The fields of one right's own page, in their order; empty where it has none. */
export function detailsOf(right: Right): DetailName[] {
  return detailNames.filter((name) => detailFields[name].right === right);
}

export function asksDetails(right: Right): right is DetailRight {
  return detailsOf(right).length > 0;
}

/** Plain wishes of people who do not know which right they want, and the right that comes closest. */
export const wishes = {
  know: "access",
  wrong: "rectification",
  gone: "erasure",
  calls: "marketing_objection",
  elsewhere: "portability",
  still: "restriction",
  stopUse: "objection",
  agreed: "withdraw_consent",
  sold: "opt_out_sale_sharing",
  machine: "automated_decision_review",
  training: "opt_out_ai_training",
  unfair: "bias_report",
} as const satisfies Record<string, Right>;

export type Wish = keyof typeof wishes;

export function wishesFor(offered: readonly Right[]): Wish[] {
  return (Object.keys(wishes) as Wish[]).filter((wish) => offered.includes(wishes[wish]));
}

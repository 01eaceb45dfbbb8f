import type { Right } from "@/lib/domain/right";

/** One or two words for each right, for rows and headings of the console. */
export const rightNames: Readonly<Record<Right, string>> = {
  access: "Access",
  rectification: "Correction",
  erasure: "Erasure",
  portability: "Portability",
  marketing_objection: "Stop marketing",
  objection: "Objection",
  restriction: "Restriction",
  withdraw_consent: "Withdraw consent",
  opt_out_sale_sharing: "Opt out of sale",
  limit_sensitive: "Limit sensitive data",
  automated_decision_review: "Human review",
  opt_out_ai_training: "Opt out of AI training",
  bias_report: "Bias report",
};

export function rightList(rights: readonly Right[]): string {
  return rights.map((right, place) => (place === 0 ? rightNames[right] : rightNames[right].toLowerCase())).join(", ");
}

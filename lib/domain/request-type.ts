// Decides what a request is called: each regime's own word for a right, and the words for what follows an answer.
// Answers to the names of the rights matrix; California knows "know", "delete" and "correct", others have their own.
import type { AfterAnswer } from "./law";
import { type Right, rights } from "./right";

/** What a word in a question stands for: a right, or a procedure that follows an answer. */
export type RequestType = { readonly right: Right; readonly after: AfterAnswer | null };

const words: Readonly<Record<string, Right>> = {
  know: "access",
  know_categories: "access",
  know_specific_pieces: "access",
  categories: "access",
  specific_pieces: "access",
  confirm: "access",
  confirmation: "access",
  information: "access",
  summary: "access",
  correct: "rectification",
  correction: "rectification",
  completion: "rectification",
  update: "rectification",
  delete: "erasure",
  deletion: "erasure",
  destruction: "erasure",
  deindexing: "erasure",
  anonymisation: "erasure",
  blocking: "restriction",
  restrict: "restriction",
  port: "portability",
  object: "objection",
  limit: "limit_sensitive",
  limit_use: "limit_sensitive",
  limit_sensitive_pi: "limit_sensitive",
  opt_out: "opt_out_sale_sharing",
  opt_out_sale: "opt_out_sale_sharing",
  opt_out_sharing: "opt_out_sale_sharing",
  opt_out_targeted_advertising: "opt_out_sale_sharing",
  opt_out_profiling: "opt_out_sale_sharing",
  consent_withdrawal: "withdraw_consent",
  automated_decision: "automated_decision_review",
  access_admt: "automated_decision_review",
  admt_access: "automated_decision_review",
  profiling: "automated_decision_review",
};

const procedures: Readonly<Record<string, AfterAnswer>> = {
  appeal: "appeal",
  admt_appeal: "appeal",
  appeal_admt: "appeal",
  complaint: "complaint",
  grievance: "grievance",
};

/** Every word that `readRequestType` knows. */
export const requestTypes: readonly string[] = [...rights, ...Object.keys(words), ...Object.keys(procedures)];

/** Reads a regime's word; nothing said means access. Throws a RangeError that lists the words known. */
export function readRequestType(word: string | null | undefined): RequestType {
  if (!word) return { right: "access", after: null };
  const after = procedures[word];
  if (after) return { right: "access", after };
  const right = rights.find((name) => name === word) ?? words[word];
  if (right) return { right, after: null };
  throw new RangeError(`unknown request type "${word}"; known are ${requestTypes.join(", ")}`);
}

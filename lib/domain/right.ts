// Decides what a person can ask for. Internal names of the rights matrix; each regime has its own word for them.
// Answers to GDPR Arts 7(3), 15–22; CCPA §1798.100–.125; the state acts; LGPD Art. 18; and the promises of organisations.

/** Every right, in the order in which people look for them. */
export const rights = [
  "access",
  "rectification",
  "erasure",
  "portability",
  "marketing_objection",
  "objection",
  "restriction",
  "withdraw_consent",
  "opt_out_sale_sharing",
  "limit_sensitive",
  "automated_decision_review",
  "opt_out_ai_training",
  "bias_report",
] as const;

export type Right = (typeof rights)[number];

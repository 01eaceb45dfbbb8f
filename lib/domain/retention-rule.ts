// Decides in which shapes an organisation can say how long it keeps a category of data.
// Answers to GDPR Art. 5(1)(e), Art. 13(2)(a) and Art. 17(3); Cal. Civ. Code §1798.105(d).

/** A length of time: exactly one of the three is given. */
export type Period = { days: number } | { months: number } | { years: number };

/** How long. `while` is for what has no end that can be counted, in the organisation's words. */
export type KeepingRule =
  | { kind: "after_account_end"; days: number }
  | { kind: "from_creation"; period: Period }
  | { kind: "until_withdrawal_or"; period: Period; after: "last_interaction" }
  | { kind: "while"; text: string };

/** The kinds of `KeepingRule`, for whoever tells people what to choose from. */
export const keepingKinds = [
  "after_account_end",
  "from_creation",
  "until_withdrawal_or",
  "while",
] as const satisfies readonly KeepingRule["kind"][];

export const legalBases = [
  "consent",
  "contract",
  "legal_obligation",
  "vital_interests",
  "public_task",
  "legitimate_interests",
] as const;

export type LegalBasis = (typeof legalBases)[number];

/** One line of the schedule. Without a `lawfulException` the category goes when the person asks for erasure. */
export type RetentionRule = {
  category: string;
  name: string;
  rule: KeepingRule;
  legalBasis: LegalBasis;
  /** What it is used for (Art. 15(1)(a)). */
  purpose?: string;
  /** Where it comes from, above all where that is not the person (Art. 15(1)(g)). */
  source?: string;
  /** Why it stays although the person asks: words for the person, and the provisions. */
  lawfulException?: { text: string; law: string };
  /** The period differs by plan; this is the usual one. */
  configurable?: boolean;
  /** What stays because it names nobody any more. */
  remainsAnonymised?: string;
  note?: string;
};

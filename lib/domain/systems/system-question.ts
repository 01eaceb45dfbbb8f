// Decides what a system can be asked and what it can answer, however it is asked.
// Answers to GDPR Arts 15–18, 20 and 21: each verb is what a right needs of a place where data lives.
import type { Right } from "../right";

/** `look_up` counts and changes nothing: it is also the preview before anything is written. */
export const verbs = ["look_up", "export", "erase", "rectify", "restrict", "object"] as const;
export type Verb = (typeof verbs)[number];

/** What each right needs of a system. A right that is missing needs none: people answer it. */
export const verbOfRight: Readonly<Partial<Record<Right, Verb>>> = {
  access: "export",
  portability: "export",
  erasure: "erase",
  rectification: "rectify",
  restriction: "restrict",
  objection: "object",
  marketing_objection: "object",
  withdraw_consent: "object",
  opt_out_sale_sharing: "object",
  opt_out_ai_training: "object",
  limit_sensitive: "restrict",
};

/** By what the person is found: `email`, `name`, or the id of a point that the organisation matches by. */
export type Identifiers = Readonly<Record<string, string>>;

/**
 * One question about one person. `effectKey` names the effect: whoever is asked twice under the same key has the effect
 * once and answers the same. `categories` are those of the retention schedule; nothing outside them is meant.
 */
export type SystemQuestion = {
  effectKey: string;
  organisation: string;
  reference: string;
  verb: Verb;
  identifiers: Identifiers;
  categories: readonly string[];
  /** For `rectify`: what shall stand there, in the person's words or as fields. */
  correction?: Readonly<Record<string, string>>;
};

export type Cell = string | number | boolean | null;
/** A row as the system has it, under the category that it belongs to. */
export type ExportedRow = { category: string; row: Readonly<Record<string, Cell>> };

/** Category → how many records. For the record: counts name nobody. */
export type Counts = Readonly<Record<string, number>>;

/**
 * `found` answers `look_up`. `exception`: the system will not or may not, with its reason. `pending`: it was heard and calls
 * back. A connector throws when the system is away: nothing is known then, not even that nothing was done.
 */
export type SystemAnswer =
  | { kind: "found"; counts: Counts }
  | { kind: "done"; counts: Counts; rows?: AsyncIterable<ExportedRow> }
  | { kind: "not_found" }
  | { kind: "exception"; reason: string; counts?: Counts }
  | { kind: "pending" };

/** How a system is asked: one for each way, all alike from outside. */
export type Connector = (question: SystemQuestion, now: Date) => Promise<SystemAnswer>;

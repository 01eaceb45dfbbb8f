// Decides how much proof a right needs: the least that protects the person.
// Answers to GDPR Art. 12(6) and recital 64, EDPB 01/2022 §§58–79, 11 CCR §§7026–7027 and 7060–7063.
import { lawOf } from "./laws";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

/** 0 none · 1 contact confirmed · 2 matched or signed in · 3 document or declaration. */
export type Level = 0 | 1 | 2 | 3;

export const levelNames = ["none", "contact confirmed", "matched or signed in", "document or declaration"] as const;

/** For whom somebody asks. A helper only types; the person is the one who proves. */
export const relations = ["self", "helper", "agent", "guardian", "executor"] as const;
export type Relation = (typeof relations)[number];

/** Every kind of proof Habeas records and the level it gives. */
export const proofKinds = {
  contact_confirmed: { level: 1, words: "Address confirmed by link or code" },
  address_on_file: { level: 2, words: "The confirmed address is the one on file" },
  data_points_matched: { level: 2, words: "Data points matched with what we hold" },
  signed_in: { level: 2, words: "Signed in to the organisation's own account" },
  document_checked: { level: 3, words: "Document checked" },
  authority_checked: { level: 3, words: "Authority to act for the person checked" },
  declaration: { level: 3, words: "Signed declaration" },
} as const satisfies Record<string, { level: Level; words: string }>;
export type ProofKind = keyof typeof proofKinds;

/** Kinds that staff accept by hand; a confirmed contact is only ever proven by the person. */
export type StaffProofKind = Exclude<ProofKind, "contact_confirmed">;

// California and Connecticut forbid it for opt-outs (`noProof` of the law); elsewhere we need none: nothing is handed out,
// the effect can be taken back, and an objection to marketing is absolute (GDPR Art. 21(3)).
const neverVerified: ReadonlySet<Right> = new Set<Right>([
  "marketing_objection",
  "opt_out_sale_sharing",
  "limit_sensitive",
  "opt_out_ai_training",
  "bias_report",
]);

// Nothing is disclosed and the effect can be taken back: a confirmed address is enough.
const contactIsEnough: ReadonlySet<Right> = new Set<Right>(["withdraw_consent", "objection"]);

export function isNeverVerified(right: Right): boolean {
  return neverVerified.has(right);
}

/** Does one of these laws forbid asking who somebody is before this right is carried out? */
export function forbidsProof(right: Right, regimes: readonly RegimeId[]): boolean {
  return regimes.some((regime) => lawOf(regime).noProof?.rights.includes(right) ?? false);
}

/** The level a right needs. Asking for somebody else needs authority on top, except where proof is forbidden. */
export function levelNeeded(right: Right, relation: Relation): Level {
  if (isNeverVerified(right)) return 0;
  if (relation !== "self" && relation !== "helper") return 3;
  return contactIsEnough.has(right) ? 1 : 2;
}

/** Why a right needs the level that it needs. */
export type ProofReason = "forbidden" | "not_needed" | "for_somebody_else" | "contact_is_enough" | "hands_out";

const reasonWords: Readonly<Record<ProofReason, string>> = {
  forbidden: "The law lets us ask only for what we need to do this, and not for proof that it is you.",
  not_needed: "We ask for no proof for this: nothing is handed out. We ask only for what we need to do it.",
  for_somebody_else: "You ask for somebody else, so we check that you may act for them before we do anything.",
  contact_is_enough: "Nothing is handed out, so confirming your address is enough.",
  hands_out:
    "This hands out or changes personal data, so we check that the address you confirmed is the one on file or match it another way.",
};

/** `regimes`: the laws that apply to the person. Only a law that says so forbids anything. */
export function proofReason(right: Right, relation: Relation, regimes: readonly RegimeId[]): ProofReason {
  if (isNeverVerified(right)) return forbidsProof(right, regimes) ? "forbidden" : "not_needed";
  if (relation !== "self" && relation !== "helper") return "for_somebody_else";
  return contactIsEnough.has(right) ? "contact_is_enough" : "hands_out";
}

/** Why this level, in a sentence for the person and for the record. */
export function levelReason(right: Right, relation: Relation, regimes: readonly RegimeId[]): string {
  return reasonWords[proofReason(right, relation, regimes)];
}

/**
 * The level held. Above level 1 the address must be confirmed as well: who the person is says nothing about who reads
 * the mailbox that the answer's link goes to.
 */
export function levelHeld(proofs: readonly ProofKind[], relation: Relation): Level {
  if (!proofs.includes("contact_confirmed")) return 0;
  // Whoever asks for somebody else can prove at most who they are; that they may act is a proof of its own (ATK-I4).
  if (relation !== "self" && relation !== "helper" && !proofs.includes("authority_checked")) return 1;
  return Math.max(0, ...proofs.map((kind) => proofKinds[kind].level)) as Level;
}

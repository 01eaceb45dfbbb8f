// Decides what a proof is, how much each kind gives, and when what is held satisfies what is demanded.
// Answers to GDPR Art. 12(6), EDPB 01/2022 §§58–81, 11 CCR §§7060–7063. What is demanded stands in proof-policy.ts.

/** 0 none · 1 contact confirmed · 2 matched or signed in · 3 document, declaration or authority. */
export type Level = 0 | 1 | 2 | 3;

export const levelNames = [
  "none",
  "contact confirmed",
  "matched or signed in",
  "document, declaration or authority",
] as const;

/** For whom somebody asks. A helper only types; the person is the one who proves. */
export const relations = ["self", "helper", "agent", "guardian", "executor"] as const;
export type Relation = (typeof relations)[number];

/** Every kind of proof that Habeas records and the level it gives. */
export const proofKinds = {
  contact_confirmed: { level: 1, words: "Address confirmed by link or code" },
  address_on_file: { level: 2, words: "The confirmed address is the one on file" },
  data_points_matched: { level: 2, words: "Data points matched with what we hold" },
  three_points_matched: { level: 2, words: "Three data points matched with what we hold" },
  signed_in: { level: 2, words: "Signed in to the organisation's own account" },
  permission_signed: { level: 2, words: "Signed permission of the person seen" },
  document_checked: { level: 3, words: "Document checked" },
  authority_checked: { level: 3, words: "Authority to act for the person checked" },
  power_of_attorney: { level: 3, words: "Power of attorney checked" },
  confirmed_by_person: { level: 3, words: "The person confirmed directly that the agent may act" },
  declaration: { level: 3, words: "Signed declaration" },
} as const satisfies Record<string, { level: Level; words: string }>;
export type ProofKind = keyof typeof proofKinds;

/** Nothing that the person could show: the organisation looks by itself, so waiting for it stops no clock (Art. 12(6)). */
export const ownLookUps: ReadonlySet<ProofKind> = new Set<ProofKind>(["address_on_file"]);

/** Kinds that staff accept by hand; a confirmed contact is only ever proven by the person. */
export type StaffProofKind = Exclude<ProofKind, "contact_confirmed">;

/** Proofs that together are enough. On top of every way the address must be confirmed. */
export type Way = readonly ProofKind[];

/** What a right of a request needs. `ways` is missing in records from before they were written down: the level decides. */
export type Demand = { level: Level; ways?: readonly Way[] };

/** What shows that somebody may act for another. A signed permission alone does not: it is easily forged (ATK-I4). */
export const authorityKinds: readonly ProofKind[] = ["authority_checked", "power_of_attorney", "confirmed_by_person"];

/** Asks for somebody else, and must show that they may. */
export function asksForOther(relation: Relation): boolean {
  return relation !== "self" && relation !== "helper";
}

/**
 * The level held. Above level 1 the address must be confirmed as well: who the person is says nothing about who reads
 * the mailbox that the answer's link goes to.
 */
export function levelHeld(proofs: readonly ProofKind[], relation: Relation): Level {
  if (!proofs.includes("contact_confirmed")) return 0;
  // Whoever asks for somebody else can prove at most who they are; that they may act is a proof of its own (ATK-I4).
  if (asksForOther(relation) && !authorityKinds.some((kind) => proofs.includes(kind))) return 1;
  return Math.max(0, ...proofs.map((kind) => proofKinds[kind].level)) as Level;
}

/** Mirrored by `habeas_satisfied` in the database, which asks the same of its own rows. */
export function isSatisfied(demand: Demand, proofs: readonly ProofKind[], relation: Relation): boolean {
  const { level, ways } = demand;
  if (level === 0) return true;
  const held = levelHeld(proofs, relation);
  if (held === 0 || (asksForOther(relation) && held === 1)) return false;
  return ways ? ways.some((way) => isWhole(way, proofs)) : held >= level;
}

function isWhole(way: Way, proofs: readonly ProofKind[]): boolean {
  return way.every((kind) => proofs.includes(kind));
}

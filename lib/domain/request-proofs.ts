// Decides whether a request holds the proof that its rights need, and what of that the person is shown.
// Answers to GDPR Art. 12(6). Being proven is asked of the record each time; it is never a state that could be lost or kept.
import type { CalendarDate } from "./calendar-date";
import type { AskedRight } from "./events";
import { liveStates, nextState } from "./lifecycle";
import type { RequestFacts } from "./request";
import type { Right } from "./right";
import { isSatisfied, type Level, levelHeld, type ProofKind } from "./verification";

export function kindsHeldBy(facts: Pick<RequestFacts, "proofs">): readonly ProofKind[] {
  return facts.proofs.map(({ kind }) => kind);
}

export function levelHeldBy(facts: RequestFacts): Level {
  return levelHeld(kindsHeldBy(facts), facts.received.relation);
}

/** Does what is held satisfy what this right needs? */
export function isProven(facts: Pick<RequestFacts, "proofs" | "received">, asked: AskedRight): boolean {
  return isSatisfied(asked, kindsHeldBy(facts), facts.received.relation);
}

/** Some right of the request still lacks the proof that it needs. */
export function isUnproven(facts: Pick<RequestFacts, "proofs" | "received" | "rights">): boolean {
  return facts.rights.some((asked) => !isProven(facts, asked));
}

/** An answer as it is judged: what it decides of what was asked, and whether files go with it. */
export type JudgedAnswer = Pick<RequestFacts, "rights" | "outcomes" | "answerHasFiles">;

/** The rights that an answer carries out, in whole or in part. */
export function rightsGranted({ outcomes }: Pick<RequestFacts, "outcomes">): readonly Right[] {
  return outcomes.filter(({ outcome }) => outcome !== "refused").map(({ right }) => right);
}

/**
 * Some right that the answer stands on lacks the proof that it needs: one that is granted or, where files go along, any of
 * the request. What a file hands out is in no outcome: a list of what we keep beside a refusal is a copy all the same. A
 * right that the request never had is proven by nothing. Mirrored by `habeas_gate` in the database.
 */
export function answerLacksProof(facts: JudgedAnswer & Pick<RequestFacts, "proofs" | "received">): boolean {
  if (facts.answerHasFiles && isUnproven(facts)) return true;
  return rightsGranted(facts).some((right) => {
    const asked = facts.rights.find((one) => one.right === right);
    return asked === undefined || !isProven(facts, asked);
  });
}

/** How many of a request's rights hold the proof that they need. Where it is none, nobody can hand anything out yet. */
export const proofStandings = ["none", "some", "all"] as const;
export type ProofStanding = (typeof proofStandings)[number];

export function proofStanding(facts: Pick<RequestFacts, "proofs" | "received" | "rights">): ProofStanding {
  if (!isUnproven(facts)) return "all";
  return facts.rights.some((asked) => isProven(facts, asked)) ? "some" : "none";
}

/**
 * What the person is shown as needed. Until they have shown what everybody must show, they see just that: a demand that
 * was raised because the name is known here would tell a stranger that it is (ATK-I1).
 */
export function demandShown(facts: Pick<RequestFacts, "proofs" | "received" | "rights">): readonly AskedRight[] {
  return facts.rights.map((asked) => {
    const base = facts.received.rights.find(({ right }) => right === asked.right) ?? asked;
    return isProven(facts, base) ? asked : base;
  });
}

/** Proof was asked for and is still missing, or what came is not enough: files that come now are identity papers. */
export function awaitsProof(facts: RequestFacts): boolean {
  if (!liveStates.includes(facts.state) || facts.identityAskedOn === null) return false;
  return facts.verifiedOn === null || isUnproven(facts);
}

/** The highest level that any right of the request needs. */
export function levelNeededBy(facts: Pick<RequestFacts, "rights">): Level {
  return Math.max(0, ...facts.rights.map(({ level }) => level)) as Level;
}

/**
 * The person has to show something: their address is confirmed, and what is held is not enough while the request runs, or the
 * answer stays shut because proof was taken away since.
 */
export function proofIsMissing(facts: JudgedAnswer & Pick<RequestFacts, "state" | "proofs" | "received">): boolean {
  if (!kindsHeldBy(facts).includes("contact_confirmed")) return false;
  if (liveStates.includes(facts.state)) return isUnproven(facts);
  return nextState("prove_delivery", facts.state) !== null && answerLacksProof(facts);
}

/**
 * Since when it is the person's turn to show something: the day on which staff asked or, where nobody at the desk has begun,
 * on which their address was confirmed and the receipt told them. Null where nothing is missing or the turn is ours.
 */
export function proofAwaitedSince(
  facts: JudgedAnswer & Pick<RequestFacts, "state" | "proofs" | "received" | "pauses" | "proofInviteOn">,
): CalendarDate | null {
  if (!isUnproven(facts)) return null;
  if (facts.state === "open") return proofIsMissing(facts) ? facts.proofInviteOn : null;
  const asked = facts.pauses.findLast(({ to }) => to === null);
  return asked?.ground === "identity" ? asked.from : null;
}

/** A declaration is part of some way that is still open. */
export function declarationWanted(facts: Pick<RequestFacts, "proofs" | "received" | "rights">): boolean {
  if (kindsHeldBy(facts).includes("declaration")) return false;
  return demandShown(facts).some(
    (asked) => !isProven(facts, asked) && (asked.ways ?? []).some((way) => way.includes("declaration")),
  );
}

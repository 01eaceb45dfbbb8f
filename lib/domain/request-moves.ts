// Decides what several events do alike: who has the ball, what is proven, and what an act of the person opens again.
// Answers to GDPR Art. 12(3) and 12(6).
import type { CalendarDate } from "./calendar-date";
import type { Pause } from "./clock";
import type { RequestFacts } from "./request";
import type { ProofKind } from "./verification";

export function withProof(facts: RequestFacts, kind: ProofKind, on: CalendarDate) {
  return facts.proofs.some((proof) => proof.kind === kind) ? facts.proofs : [...facts.proofs, { kind, on }];
}

/** A proof that brings the ball back where it was waited for. */
export function shown(facts: RequestFacts, kind: ProofKind, day: CalendarDate): Partial<RequestFacts> {
  return {
    ...(facts.state === "waiting_for_person" ? backToWork(facts, day) : {}),
    proofs: withProof(facts, kind, day),
    verifiedOn: facts.verifiedOn ?? arrivalOf(facts, day),
  };
}

/** The day the identity information came in: when the ball came back, not when staff got round to accepting it. */
export function arrivalOf(facts: RequestFacts, day: CalendarDate): CalendarDate | null {
  if (facts.identityAskedOn === null) return null;
  return facts.pauses.findLast(({ ground }) => ground === "identity")?.to ?? day;
}

export function waiting(
  facts: RequestFacts,
  from: CalendarDate,
  why: Pick<Pause, "ground" | "suspends">,
): Partial<RequestFacts> {
  return { state: "waiting_for_person", pauses: [...facts.pauses, { from, to: null, ...why }] };
}

/** The person's own act opened it again, with time enough to show what is missing; nothing stands still any more. */
export function reopened(facts: RequestFacts, day: CalendarDate): Partial<RequestFacts> {
  const { pauses } = backToWork(facts, day);
  return { state: "open", closedOn: null, pauses, proofInviteOn: day, proofReminders: 0 };
}

/** Whatever brought the ball back ends the open pause that day: the earlier reading is the safe one. */
export function backToWork(
  facts: RequestFacts,
  to: CalendarDate,
  how: Pick<Pause, "unanswered"> = {},
): Partial<RequestFacts> {
  return {
    state: "in_progress",
    pauses: facts.pauses.map((pause) => (pause.to === null ? { ...pause, to, ...how } : pause)),
  };
}

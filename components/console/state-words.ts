import type { State } from "@/lib/domain/lifecycle";
import type { ProofStanding } from "@/lib/domain/request-proofs";

/** How staff say where a request stands. */
export const stateWords: Readonly<Record<State, string>> = {
  unconfirmed: "not confirmed",
  open: "new",
  in_progress: "in progress",
  waiting_for_person: "waiting for the person",
  answer_prepared: "answer prepared",
  answered: "answered",
  closed: "closed",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
};

/** Who has the ball, for the queue's last column. */
export function waitingWords(state: State, proven: ProofStanding): string {
  if (proven === "none" && (state === "open" || state === "in_progress")) return "us, to check who asks";
  switch (state) {
    case "unconfirmed":
      return "person, to confirm the address";
    case "waiting_for_person":
      return "person";
    case "open":
      return "us, to begin";
    case "in_progress":
      return "us, to answer";
    case "answer_prepared":
      return "approver, to release";
    case "answered":
      return "us, to close";
    case "closed":
    case "withdrawn":
    case "lapsed":
      return "nobody";
  }
}

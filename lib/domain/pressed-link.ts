// Decides when a pressed link is enough and when the code from the same letter has to be typed as well.
// Answers to machines that open, run and submit every page behind the links of a mail (ATK-M4): they read no letter.

import { nextState } from "./lifecycle";
import type { RequestFacts } from "./request";
import { kindsHeldBy } from "./request-proofs";

/** Opening the request would confirm its address for the first time. */
export function confirmsAddress(facts: Pick<RequestFacts, "state" | "proofs">): boolean {
  return nextState("confirm", facts.state) !== null && !kindsHeldBy(facts).includes("contact_confirmed");
}

/**
 * `askedHere`: this browser holds a session of the very request, so whoever asked sits before it. Elsewhere nothing but the
 * first confirmation needs more than the press: it is the one that proves something.
 */
export function codeWanted(facts: Pick<RequestFacts, "state" | "proofs">, askedHere: boolean): boolean {
  return confirmsAddress(facts) && !askedHere;
}

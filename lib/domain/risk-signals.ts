// Decides what is odd about a request and whether it raises the proof that is needed. Signals are shown to staff, one by
// one, with what they rest on; there is no score. Answers to 11 CCR §§7060(c), 7061(b) and to the attacks of Pavur, Cagnazzo
// and Bufalieri: new addresses, redirected delivery, many names from one place.

import type { AskedRight } from "./events";
import { canonicalEmail, type Person } from "./filing";
import { owingStates } from "./lifecycle";
import { isNeverVerified, raised } from "./proof-policy";
import type { RequestFacts } from "./request";
import { asksForOther } from "./verification";

/** `raises`: two proofs or a document instead of one match. `words`: for staff, who see what it rests on. */
export const riskSignals = {
  new_address: { raises: true, words: "The name is known here under another address" },
  address_changed: { raises: true, words: "The address was changed" },
  many_names: { raises: true, words: "Requests in several names came from the same network address within a day" },
  delivery_elsewhere: {
    raises: true,
    words: "The answer is to go to another address than the one the person gave as known",
  },
  known_duplicate: { raises: false, words: "The same address asked for the same and has no answer yet" },
  agent_volume: { raises: false, words: "The same agent asks for many people" },
  proof_reused: { raises: true, words: "The same document was sent with another request" },
  disowned: { raises: true, words: "The person told us that they did not ask anybody to act for them" },
} as const satisfies Record<string, { raises: boolean; words: string }>;

export type RiskSignal = keyof typeof riskSignals;

// They rest on other requests of the organisation, which anybody can file.
const causedByOthers: readonly RiskSignal[] = ["new_address", "many_names", "known_duplicate", "agent_volume"];

/** The same in a word or two, for a list. */
export const signalFlags: Readonly<Record<RiskSignal, string>> = {
  new_address: "new address",
  address_changed: "address changed",
  many_names: "many names",
  delivery_elsewhere: "delivery elsewhere",
  known_duplicate: "asked before",
  agent_volume: "many from one agent",
  proof_reused: "paper seen before",
  disowned: "disowned",
};

/** From how many names of one network address, and how many people of one agent, it is odd. */
export const riskThresholds = { names: 3, people: 10, days: 30 } as const;

/** What stands around a request in its organisation, as far as it can be looked up. */
export type Surroundings = {
  /** Somebody showed under this name, from another address, more than that the address is theirs. */
  knownElsewhere: boolean;
  /** Different names in requests from the same network within a day, this one among them; 0 where it is not known. */
  namesFromSource: number;
  /** Different names that this address asked for as an agent within the days of the threshold, this one among them. */
  namesOfAgent: number;
  /** This address asked for one of these rights before and has no answer yet. */
  askedBefore: boolean;
};

/** What is odd about this request. Who need not be verified is not looked at either, but for having asked before. */
export function signalsOf(
  { rights, received }: Pick<RequestFacts, "rights" | "received">,
  person: Pick<Person, "email" | "knownEmail">,
  around: Surroundings,
): readonly RiskSignal[] {
  const { email, knownEmail } = person;
  const verified = rights.some(({ right }) => !isNeverVerified(right));
  const holds: Readonly<Partial<Record<RiskSignal, boolean>>> = {
    new_address: verified && around.knownElsewhere,
    many_names: verified && around.namesFromSource >= riskThresholds.names,
    // Whoever asks for somebody else writes from an address of their own: that is what their authority is checked for.
    delivery_elsewhere:
      verified &&
      !asksForOther(received.relation) &&
      knownEmail !== undefined &&
      canonicalEmail(knownEmail) !== canonicalEmail(email),
    known_duplicate: around.askedBefore,
    agent_volume: verified && around.namesOfAgent >= riskThresholds.people,
  };
  return (Object.keys(holds) as RiskSignal[]).filter((signal) => holds[signal]);
}

/**
 * What is still noted where the request is. Once it is answered nothing that others do counts: a demand that they raise
 * would shut an answer which the person may read.
 */
export function notable({ state }: Pick<RequestFacts, "state">, signals: readonly RiskSignal[]): readonly RiskSignal[] {
  if (owingStates.includes(state)) return signals;
  return signals.filter((signal) => !causedByOthers.includes(signal));
}

/** The rights that need more proof for these signals, as they are needed from now on; none where nothing changes. */
export function raisedRights(
  facts: Pick<RequestFacts, "rights" | "received">,
  signals: readonly RiskSignal[],
): readonly AskedRight[] {
  if (!raisesProof(signals)) return [];
  return facts.rights.flatMap((asked) => {
    const more = raised(asked, facts.received.relation);
    return more === asked ? [] : [{ right: asked.right, ...more }];
  });
}

/** Those of these signals that are not noted yet: each is noted once. */
export function newSignals(
  { signals: noted }: Pick<RequestFacts, "signals">,
  signals: readonly RiskSignal[],
): readonly RiskSignal[] {
  return [...new Set(signals)].filter((signal) => !noted.includes(signal));
}

export function raisesProof(signals: readonly RiskSignal[]): boolean {
  return signals.some((signal) => riskSignals[signal].raises);
}

// Decides what the register of systems holds: what the file says, what the console said since, and what of both goes on (065).
// Answers to GDPR Art. 30(1)(c)–(f) and Art. 5(2).
import { canonical } from "../ledger";
import type { System } from "../organisation";
import type { RegisteredSystem } from "./registered-system";

/** What a system is found by where nobody said otherwise: most know people by both, and both are in every request. */
const usualIdentifiers = ["name", "email"];

/** Room between two systems of a file, so that one can be put between them in the console. */
const orderStep = 10;

/** An entry of the file, with what it left out. `place`: where it stands there, from 0. */
export function registered(entry: System, place: number): RegisteredSystem {
  const { id, name, owner, ownerEmail, categories, recipients, identifiers, askedBy, order } = entry;
  return {
    id,
    name,
    owner: { name: owner, ...(ownerEmail && { email: ownerEmail }) },
    categories,
    recipients: recipients ?? [],
    identifiers: identifiers ?? usualIdentifiers,
    askedBy: askedBy ?? { kind: "manual" },
    order: order ?? (place + 1) * orderStep,
  };
}

/** The fields of one in their one spelling: what is equal in it is equal. */
export function systemText(system: RegisteredSystem): string {
  const { id, name, owner, categories, recipients, identifiers, askedBy, order } = system;
  return canonical({ id, name, owner, categories, recipients, identifiers, askedBy, order });
}

function isSame(one: RegisteredSystem | null, other: RegisteredSystem | null): boolean {
  return one === null || other === null ? one === other : systemText(one) === systemText(other);
}

/** `kept`: what the register holds; null for one that is not there or was taken out. `filed`: what the file said last time. */
export type Known = { kept: RegisteredSystem | null; filed: RegisteredSystem | null };

/**
 * What becomes of one system when the file is read again. Where nobody changed it in the console since, the file's word
 * goes on, also for taking it out. Where somebody did, what they decided stays, and the page shows that the file differs:
 * whoever starts the portal does not undo in silence what an administrator did under their own name.
 */
export function afterReading({ kept, filed }: Known, now: RegisteredSystem | null): RegisteredSystem | null {
  if (isSame(filed, now)) return kept;
  return isSame(kept, filed) ? now : kept;
}

/** The file says something else, and nobody has taken that over. */
export function differsFromFile({ kept, filed }: Known): boolean {
  return filed !== null && !isSame(kept, filed);
}

const variableName = /^[A-Z][A-Z0-9_]{2,63}$/;

/** Whether this is the name of a variable, which may be written down, and not what stands in one, which may not. */
export function isVariableName(typed: string): boolean {
  return variableName.test(typed);
}

/** An address with a name and password in it, or a key behind its question mark, is a secret in disguise. */
export function carriesSecret(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, searchParams } = new URL(address);
  return (
    username !== "" || password !== "" || [...searchParams.keys()].some((key) => /key|token|secret|pass|sig/i.test(key))
  );
}

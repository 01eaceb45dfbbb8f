// Decides what has to be shown anew before an answer opens. A key to the page is a link in a mailbox; an answer is more.
// Answers to 11 CCR §7061(a) (re-authenticate before disclosing), GDPR Art. 32, and to redirected and overheard mail.
import type { AskedRight, DeliveryFactor, EventType, RecordedEvent } from "./events";
import { nextState } from "./lifecycle";
import { handsOutData } from "./proof-policy";
import type { RequestFacts } from "./request";
import { answerLacksProof, type JudgedAnswer, kindsHeldBy, rightsGranted } from "./request-proofs";
import type { Level } from "./verification";

/** For so long a fresh proof opens the answer, in this browser alone. */
export const freshMinutes = 15;

/** A code that staff give by another way is good for so long. */
export const deskCodeDays = 14;

/**
 * The rights whose answer gives data into a browser: those granted that hand some out or, where files go along, all of the
 * request, because what a file holds is in no outcome.
 */
export function rightsHandedOut(facts: JudgedAnswer): readonly AskedRight[] {
  if (facts.answerHasFiles) return facts.rights;
  const granted = rightsGranted(facts);
  return facts.rights.filter(({ right }) => handsOutData(right) && granted.includes(right));
}

/**
 * The level that opening the answer needs. Up to 1 the key to the page is enough. What was deleted or stopped opens with
 * it too: the words hand out nothing, and what would have to be shown may be gone by that very deletion.
 */
export function deliveryLevelNeeded(facts: JudgedAnswer): Level {
  const most = Math.max(0, ...rightsHandedOut(facts).map(({ level }) => level)) as Level;
  return most > 1 ? most : 0;
}

/**
 * What fresh factors are worth. A code shows who reads the mailbox now, which says who they are only where that address is
 * on file. Two independent factors reach level 3. Mirrored by `habeas_delivery_level` in the database.
 */
export function deliveryLevel(by: readonly DeliveryFactor[], facts: Pick<RequestFacts, "proofs">): Level {
  const factors = new Set(by);
  if (factors.size > 1) return 3;
  if (factors.has("matched") || factors.has("signed_in")) return 2;
  if (factors.has("code")) return kindsHeldBy(facts).includes("address_on_file") ? 2 : 1;
  // Words on the telephone or on paper alone say nothing about who sits at this screen.
  return 0;
}

// What takes away the worth of whatever was shown before it.
const voiding: ReadonlySet<EventType> = new Set<EventType>(["AddressChanged", "ProofRejected", "AuthorityDenied"]);

/**
 * The level that holds at this moment: what this browser showed, and no more than what the record says was shown lately.
 * Judged when the answer is handed out, not when the page was made (ATK-R3). Mirrored by `habeas_gate_delivery`.
 */
export function freshLevel(
  request: { facts: Pick<RequestFacts, "proofs">; chain: readonly Pick<RecordedEvent, "at" | "event">[] },
  shower: { fresh?: readonly DeliveryFactor[]; session?: string },
  at: Date,
): Level {
  const { facts, chain } = request;
  const { fresh = [], session } = shower;
  const since = at.getTime() - freshMinutes * 60_000;
  const voided = chain.findLastIndex(({ event }) => voiding.has(event.type));
  const lately = chain
    .slice(voided + 1)
    .flatMap(({ event, at: shown }) =>
      event.type === "DeliveryProven" && event.session === session && shown.getTime() >= since ? [event.level] : [],
    );
  return Math.min(deliveryLevel(fresh, facts), Math.max(0, ...lately)) as Level;
}

type Released = JudgedAnswer & Pick<RequestFacts, "proofs" | "received">;

/** The proof that the answer stands on holds no more: it has to be shown again before anything else (ATK-I3). */
export function lostItsProof(facts: Released): boolean {
  return answerLacksProof(facts);
}

/** The words and files of the answer may be shown to whoever showed this level anew. */
export function mayOpenAnswer(facts: Released, fresh: Level): boolean {
  return fresh >= deliveryLevelNeeded(facts) && !lostItsProof(facts);
}

/** Where letters go can still be changed: somebody is left to write to. */
export function mayChangeAddress({ state, purgedOn }: Pick<RequestFacts, "state" | "purgedOn">): boolean {
  return purgedOn === null && nextState("ask_address_change", state) !== null;
}

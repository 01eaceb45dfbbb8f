// Decides what has to be shown anew before an answer opens. A key to the page is a link in a mailbox; an answer is more.
// Answers to 11 CCR §7061(a) (re-authenticate before disclosing), GDPR Art. 32, and to redirected and overheard mail.
import type { DeliveryFactor, EventType, RecordedEvent } from "./events";
import { nextState } from "./lifecycle";
import type { RequestFacts } from "./request";
import { isProven, kindsHeldBy } from "./request-proofs";
import type { Level } from "./verification";

/** For so long a fresh proof opens the answer, in this browser alone. */
export const freshMinutes = 15;

/** A code that staff give by another way is good for so long. */
export const deskCodeDays = 14;

/** The level that opening the answer needs: that of what was granted. Up to 1 the key to the page is enough. */
export function deliveryLevelNeeded(facts: Pick<RequestFacts, "rights" | "outcomes">): Level {
  const granted = facts.outcomes.filter(({ outcome }) => outcome !== "refused").map(({ right }) => right);
  const levels = facts.rights.filter(({ right }) => granted.includes(right)).map(({ level }) => level);
  const most = Math.max(0, ...levels) as Level;
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

/** The proof of what was granted holds no more: it has to be shown again before anything else (ATK-I3). */
export function lostItsProof(facts: Pick<RequestFacts, "rights" | "outcomes" | "proofs" | "received">): boolean {
  return facts.outcomes.some(({ right, outcome }) => {
    const asked = facts.rights.find((one) => one.right === right);
    return outcome !== "refused" && (!asked || !isProven(facts, asked));
  });
}

/** The words and files of the answer may be shown to whoever showed this level anew. */
export function mayOpenAnswer(
  facts: Pick<RequestFacts, "rights" | "outcomes" | "proofs" | "received">,
  fresh: Level,
): boolean {
  return fresh >= deliveryLevelNeeded(facts) && !lostItsProof(facts);
}

/** Where letters go can still be changed: somebody is left to write to. */
export function mayChangeAddress({ state, purgedOn }: Pick<RequestFacts, "state" | "purgedOn">): boolean {
  return purgedOn === null && nextState("ask_address_change", state) !== null;
}

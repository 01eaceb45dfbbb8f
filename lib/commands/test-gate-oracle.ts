import type { Right } from "@/lib/domain/right";
import type { Relation } from "@/lib/domain/verification";

// The specification that the walks are held against, written from issue and law (GDPR Art. 12(6), EDPB 01/2022 §§58–81,
// 11 CCR §§7060–7063) and on purpose without a line of lib/domain's rules: whoever breaks those does not break this too.

/** What stands in the record, as the walk reads it from the table of events. `at`: milliseconds since 1970. */
export type Entry = { seq: number; type: string; at: number; payload: Payload };
export type Payload = {
  kind?: string;
  onFile?: boolean;
  signals?: readonly string[];
  proof?: string;
  fileId?: string | null;
  answerId?: string;
  outcomes?: readonly { right: Right; outcome: string }[];
  files?: readonly { id: string }[];
};

/** What somebody truly showed in a browser: the walk knows, because it typed the right code or held the account. */
export type Shown = { session: string; factor: string; at: number; afterSeq: number };

export type Asked = {
  rights: readonly Right[];
  relation: Relation;
  place: "eu" | "britain" | "california" | "elsewhere";
};

const never = ["marketing_objection", "opt_out_sale_sharing", "limit_sensitive", "opt_out_ai_training", "bias_report"];
const harmless = ["withdraw_consent", "objection"];
const specificPieces = ["access", "portability", "automated_decision_review"];
const raising = ["new_address", "address_changed", "many_names", "delivery_elsewhere", "proof_reused", "disowned"];
const papersForOther = ["authority_checked", "power_of_attorney", "confirmed_by_person"];

/** The kinds that hold after everything before `seq`: what came since may have taken their worth. */
export function standingBefore(chain: readonly Entry[], seq: number): Set<string> {
  const held = new Set<string>();
  let denied = false;
  for (const { type, payload } of chain.filter((entry) => entry.seq < seq)) {
    if (type === "ContactConfirmed") held.add("contact_confirmed");
    if ((type === "ProofAccepted" || type === "ProofShown") && payload.kind) held.add(payload.kind);
    if (type === "AddressRecognised") held.add("address_on_file");
    if (type === "AuthorityConfirmed" && payload.onFile) held.add("confirmed_by_person");
    if (type === "ProofRejected" && payload.kind) held.delete(payload.kind);
    if (type === "AddressChanged") {
      held.clear();
      held.add("contact_confirmed");
    }
    if (type === "AuthorityDenied") denied = true;
  }
  if (denied) for (const kind of papersForOther) held.delete(kind);
  return held;
}

function isOdd(chain: readonly Entry[], seq: number): boolean {
  return chain.some(
    (entry) =>
      entry.seq < seq &&
      entry.type === "RisksNoted" &&
      entry.payload.signals?.some((signal) => raising.includes(signal)),
  );
}

/** 0: nothing may be or is asked; 1: the confirmed address; 2: one match; 3: more than that. */
function weightOf(right: Right, { relation, place }: Asked, odd: boolean): 0 | 1 | 2 | 3 {
  if (never.includes(right)) return 0;
  if (relation !== "self" && relation !== "helper") return 3;
  if (harmless.includes(right)) return 1;
  if (place === "california" && specificPieces.includes(right)) return 3;
  return odd ? 3 : 2;
}

/** Is this right proven by these kinds, under the law of this place, for somebody who stands so to the person? */
function isEnough(right: Right, asked: Asked, held: Set<string>, odd: boolean): boolean {
  const has = (...kinds: string[]) => kinds.every((kind) => held.has(kind));
  const weight = weightOf(right, asked, odd);
  if (weight === 0) return true;
  if (!has("contact_confirmed")) return false;
  if (asked.relation === "agent") {
    // 11 CCR §7063(a): the signed permission and the person's own word; (b): or a power of attorney. EDPB: either says it.
    if (has("power_of_attorney")) return true;
    return has("confirmed_by_person") && (asked.place !== "california" || has("permission_signed"));
  }
  if (asked.relation === "guardian" || asked.relation === "executor") return has("authority_checked");
  if (weight === 1) return true;
  if (weight === 3 && asked.place === "california" && specificPieces.includes(right)) {
    return has("signed_in") || has("three_points_matched", "declaration") || has("document_checked", "declaration");
  }
  const points = has("data_points_matched") || has("three_points_matched");
  const independent = [has("signed_in"), has("address_on_file"), points].filter(Boolean).length;
  return has("document_checked") || independent >= (odd ? 2 : 1);
}

/** The rights that the newest answer prepared before `seq` grants, wholly or in part. */
function grantedBefore(chain: readonly Entry[], seq: number): readonly Right[] {
  const prepared = chain.findLast((entry) => entry.seq < seq && entry.type === "AnswerPrepared");
  return (prepared?.payload.outcomes ?? []).filter(({ outcome }) => outcome !== "refused").map(({ right }) => right);
}

/** Why what was granted is not proven by earlier events; null when it is. */
export function unproven(chain: readonly Entry[], seq: number, asked: Asked): string | null {
  const held = standingBefore(chain, seq);
  const odd = isOdd(chain, seq);
  const short = grantedBefore(chain, seq).find(
    (right) => !asked.rights.includes(right) || !isEnough(right, asked, held, odd),
  );
  return short ? `${short} was granted to ${asked.relation} (${asked.place}) on ${[...held].join(" + ")}` : null;
}

/** How much has to be shown anew in the very browser before a file opens. */
export function anewNeeded(chain: readonly Entry[], seq: number, asked: Asked): number {
  const odd = isOdd(chain, seq);
  const most = Math.max(0, ...grantedBefore(chain, seq).map((right) => weightOf(right, asked, odd)));
  return most > 1 ? most : 0;
}

/** Why this browser may not have the file that `collected` says it got; null when it may. */
export function wronglyCollected(
  chain: readonly Entry[],
  collected: { seq: number; at: number; session: string; fileId: string },
  told: { asked: Asked; shown: readonly Shown[] },
): string | null {
  const { seq, fileId } = collected;
  const released = chain.findLast((entry) => entry.seq < seq && entry.type === "AnswerReleased");
  const prepared = chain.findLast((entry) => entry.type === "AnswerPrepared");
  if (!released || !prepared || prepared.payload.answerId !== released.payload.answerId)
    return "no answer was released";
  if (!prepared.payload.files?.some(({ id }) => id === fileId)) return "the file is of another answer";
  return wronglyOpened(chain, collected, told);
}

/** Why this browser may see nothing of what was granted, word or file; null when it may. */
export function wronglyOpened(
  chain: readonly Entry[],
  { seq, at, session }: { seq: number; at: number; session: string },
  told: { asked: Asked; shown: readonly Shown[] },
): string | null {
  const short = unproven(chain, seq, told.asked);
  if (short) return short;
  const needed = anewNeeded(chain, seq, told.asked);
  if (needed === 0) return null;
  const voided = chain.findLast(
    (entry) => entry.seq < seq && ["AddressChanged", "ProofRejected", "AuthorityDenied"].includes(entry.type),
  );
  const written = chain.some(
    (entry) =>
      entry.seq < seq && entry.type === "DeliveryProven" && entry.at >= at - 900_000 && entry.seq > (voided?.seq ?? 0),
  );
  if (!written) return "nothing that was shown anew is on record";
  const mine = told.shown.filter(
    (one) => one.session === session && one.at >= at - 900_000 && one.afterSeq >= (voided?.seq ?? 0),
  );
  const factors = new Set(mine.map(({ factor }) => factor));
  const known = standingBefore(chain, seq).has("address_on_file");
  const worth =
    factors.size > 1
      ? 3
      : factors.has("matched") || factors.has("signed_in")
        ? 2
        : factors.has("code") && known
          ? 2
          : 0;
  return worth >= needed
    ? null
    : `level ${needed} was needed anew, and ${[...factors].join(" + ") || "nothing"} shown here`;
}

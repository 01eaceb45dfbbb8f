// Decides what a checkpoint says: the heads of all chains at one moment, so that cutting or rewriting one shows.
// Answers to GDPR Art. 5(2): the record must hold against whoever owns the database.
import { canonical, type Sha256 } from "./ledger";

/** Chain id → its newest entry. */
export type Heads = Readonly<Record<string, { seq: number; hash: string }>>;

export type CheckpointEntry = { at: Date; heads: Heads; digest: string; signature: string; keyId: string };

/** The digest before the first checkpoint. */
export const firstDigest = "0".repeat(64);

/** Each digest covers the one before, so that a checkpoint that was taken away is missed by the next. */
export function checkpointDigest(previous: string, heads: Heads, sha256: Sha256): string {
  return sha256(`${previous}\n${canonical(heads)}`);
}

/** What is signed: short enough to be read out, printed or handed to a witness. */
export function checkpointText({ at, digest }: { at: Date; digest: string }): string {
  return `habeas checkpoint v1\n${at.toISOString()}\n${digest}`;
}

/** The heads that are not yet vouched for: a checkpoint holds what moved since those before it. */
export function movedHeads(heads: Heads, known: Heads): Heads {
  const moved = Object.entries(heads).filter(([chain, { hash }]) => known[chain]?.hash !== hash);
  return Object.fromEntries(moved);
}

// Decides whether checkpoints hold: each signed, each following the one before, each head still standing in its chain.
// Answers to GDPR Art. 5(2).
import { type CheckpointEntry, checkpointDigest, checkpointText, firstDigest } from "./checkpoint";
import type { Sha256 } from "./ledger";

/** Chain id → the entries that some checkpoint vouched for. */
export type Vouched = ReadonlyMap<string, readonly { seq: number; hash: string; at: Date }[]>;

/** Null when all hold among themselves; else the first that does not. `isSigned` checks text against signature. */
export function firstBrokenCheckpoint(
  checkpoints: readonly CheckpointEntry[],
  isSigned: (text: string, checkpoint: CheckpointEntry) => boolean,
  sha256: Sha256,
): string | null {
  let previous = firstDigest;
  for (const checkpoint of checkpoints) {
    const named = `the checkpoint of ${checkpoint.at.toISOString()}`;
    if (checkpointDigest(previous, checkpoint.heads, sha256) !== checkpoint.digest) {
      return `${named} was altered, or one before it is missing`;
    }
    if (!isSigned(checkpointText(checkpoint), checkpoint)) return `${named} is not signed with this installation's key`;
    previous = checkpoint.digest;
  }
  return null;
}

export function vouchedEntries(checkpoints: readonly CheckpointEntry[]): Vouched {
  const vouched = new Map<string, { seq: number; hash: string; at: Date }[]>();
  for (const { at, heads } of checkpoints) {
    for (const [chain, head] of Object.entries(heads)) {
      vouched.set(chain, [...(vouched.get(chain) ?? []), { ...head, at }]);
    }
  }
  return vouched;
}

/** Why a chain contradicts what was vouched for: it was cut, or written anew. Null when it agrees. */
export function contradiction(
  chain: readonly { seq: number; hash: string }[],
  vouched: Vouched,
  chainId: string,
): string | null {
  for (const { seq, hash, at } of vouched.get(chainId) ?? []) {
    const standing = chain[seq - 1];
    const told = `the checkpoint of ${at.toISOString()} saw entry ${seq}`;
    if (!standing) return `entry ${seq} is missing: ${told}`;
    if (standing.hash !== hash) return `entry ${seq} was rewritten: ${told} with another hash`;
  }
  return null;
}

// Decides how the record is chained, so that altering, dropping or reordering an entry shows.
// Answers to GDPR Art. 5(2); canonical form after RFC 8785 for the JSON that Habeas writes.
import type { DomainEvent, RecordedEvent } from "./events";

/** The hash before the first event. */
export const genesis = "0".repeat(64);

/** Hex SHA-256 of UTF-8 text, handed in: the domain does no cryptography. */
export type Sha256 = (text: string) => string;

export type Entry = {
  organisationId: string;
  chainId: string;
  seq: number;
  at: string;
  day: string;
  actorKind: string;
  actorId: string | null;
  event: DomainEvent | { type: string };
};

/** Keys sorted at every depth, no spaces, `undefined` left out: the same facts give the same bytes. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const pairs = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`);
    return `{${pairs.join(",")}}`;
  }
  return JSON.stringify(value);
}

export function linkHash(previousHash: string, entry: Entry, sha256: Sha256): string {
  return sha256(`${previousHash}\n${canonical(entry)}`);
}

export type Break = { seq: number; why: string };

/** Walks a chain from the first event; null when every link holds, else the first broken entry. */
export function firstBreak(
  chain: readonly RecordedEvent[],
  of: { organisationId: string; chainId: string },
  sha256: Sha256,
): Break | null {
  let previous = genesis;
  for (const [place, recorded] of chain.entries()) {
    const seq = place + 1;
    if (recorded.seq !== seq) return { seq, why: `entry ${seq} is missing` };
    if (recorded.previousHash !== previous) return { seq, why: `entry ${seq} does not follow entry ${seq - 1}` };
    if (linkHash(previous, entryOf(recorded, of), sha256) !== recorded.hash)
      return { seq, why: `entry ${seq} was altered` };
    previous = recorded.hash;
  }
  return null;
}

export function entryOf(
  recorded: Omit<RecordedEvent, "hash" | "previousHash" | "id">,
  of: { organisationId: string; chainId: string },
): Entry {
  const { seq, at, day, actorKind, actorId, event } = recorded;
  return { ...of, seq, at: at.toISOString(), day, actorKind, actorId, event };
}

// Decides how long somebody counts as being at a request, and what they are said to do there. It is a courtesy between
// colleagues and no part of the record: it holds nobody back, and what two of them save is judged by versions as ever.

/**
 * Seconds. `page`: a page that was fetched, as nobody knows whether it is still read. `beat`: after each sign of life.
 * `leaving`: after the page was left, so that the next page of the same request finds its reader still there.
 */
export const presenceSeconds = { page: 180, every: 20, beat: 50, leaving: 5 } as const;

export type PresenceSign = "page" | "beat" | "leaving";

/** One row: somebody, and the step whose words they write; empty where they only read. */
export type PresenceRow = { staffId: string; activity: string; since: Date };

/** `writing`: the step whose words somebody writes, and since when; null where they only read. */
export type Present = { staffId: string; since: Date; writing: { step: string; since: Date } | null };

export function presentUntil(sign: PresenceSign, now: Date): Date {
  return new Date(now.getTime() + presenceSeconds[sign] * 1000);
}

/** Each person once, whoever came first first: with two windows open they are still one. */
export function presentOf(rows: readonly PresenceRow[]): readonly Present[] {
  const inTurn = [...rows].sort((one, other) => one.since.getTime() - other.since.getTime());
  const people = new Map<string, Present>();
  for (const { staffId, activity, since } of inTurn) {
    const known = people.get(staffId) ?? { staffId, since, writing: null };
    people.set(staffId, activity === "" ? known : { ...known, writing: { step: activity, since } });
  }
  return [...people.values()];
}

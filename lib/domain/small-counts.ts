// Decides which counts may leave the team. A cell under five can point at somebody; so can one that is left over when the
// cells beside it are taken from their total. Answers to GDPR Art. 5(1)(c) and to the custom of statistical offices.

/** Counts under this are not given outside the team. */
export const smallest = 5;

/** What is given: the count, that it is small, or nothing because it would give a small one away. */
export type ShownCount = number | "few" | "withheld";

export type Shown = { total: ShownCount; parts: readonly ShownCount[] };

/**
 * Parts and what they add up to, as they may be published. Beside a small part the total goes too: no part can be counted
 * from the rest then. Nothing depends on what the hidden values are, so that the rule itself gives none of them away.
 */
export function publishedRow(parts: readonly number[]): Shown {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shown = parts.map(shownCount);
  const whole = parts.some((part) => part < smallest) ? "withheld" : total;
  return { total: total < smallest ? "few" : whole, parts: shown };
}

/** The parts of something that is itself a published cell: its count cannot be taken back, so all of its parts go instead. */
export function publishedParts(parts: readonly number[], whole: ShownCount): readonly ShownCount[] {
  return typeof whole === "number" && parts.every((part) => part >= smallest) ? parts : parts.map(() => "withheld");
}

/** One count that stands alone. */
export function shownCount(count: number): ShownCount {
  return count < smallest ? "few" : count;
}

/** How a published cell is written. */
export function shownText(count: ShownCount): string {
  if (count === "few") return `fewer than ${smallest}`;
  return count === "withheld" ? "not shown" : String(count);
}

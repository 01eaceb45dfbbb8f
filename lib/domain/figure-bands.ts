// Decides into which bands days are put, for how old a request is and for how late. Regulators ask for them in months.
// Answers to GDPR Art. 12(3): one month, two more, and what lies beyond.

/** Whole days, both ends included; `to` null: without end. */
export type Band = { from: number; to: number | null };

/** Days since receipt. */
export const ageBands: readonly Band[] = [
  { from: 0, to: 30 },
  { from: 31, to: 60 },
  { from: 61, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: 365 },
  { from: 366, to: null },
];

/** Days after the date. */
export const lateBands: readonly Band[] = [
  { from: 1, to: 7 },
  { from: 8, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: 365 },
  { from: 366, to: null },
];

/** The place of the band that holds this many days. */
export function bandOf(bands: readonly Band[], days: number): number {
  return bands.findLastIndex(({ from }) => days >= from);
}

// What somebody most likely meant: the known word that is fewest strokes away, if it is near at all.

/** Null where nothing is near: a third of the word may differ, and at least its beginning may be all that was typed. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  if (typed.length < 2) return null;
  const begun = known.filter((word) => word.startsWith(typed));
  if (begun.length === 1) return begun[0] ?? null;
  const [nearest] = known
    .map((word) => ({ word, away: strokesBetween(typed, word) }))
    .filter(({ word, away }) => away <= Math.max(1, Math.floor(word.length / 3)))
    .sort((one, other) => one.away - other.away);
  return nearest?.word ?? null;
}

// Levenshtein's distance, one row at a time; two signs that changed places are one stroke.
function strokesBetween(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, sign] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= to.length; at++) {
      const changed = (row[at - 1] ?? 0) + (sign === to[at - 1] ? 0 : 1);
      const swapped = sign === to[at - 2] && from[index - 1] === to[at - 1] ? (before[at - 2] ?? 0) + 1 : changed;
      next.push(Math.min(changed, swapped, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}

// Decides how a pile of day counts is summed up. Exact, from how often each count came, not from samples.
// Answers to Cal. Code Regs. tit. 11 §7102(a): the median or mean number of days.

export type Spread = { count: number; mean: number | null; median: number | null; p90: number | null };

/**
 * Median: the middle one, or the mean of the two in the middle. 90th percentile: the smallest number of days within which
 * nine of ten were done (nearest rank). All null where there is nothing to sum up.
 */
export function spreadOf(pile: ReadonlyMap<number, number>): Spread {
  const steps = [...pile].filter(([, times]) => times > 0).sort(([left], [right]) => left - right);
  const count = steps.reduce((sum, [, times]) => sum + times, 0);
  if (count === 0) return { count, mean: null, median: null, p90: null };
  const total = steps.reduce((sum, [days, times]) => sum + days * times, 0);
  const atRank = (rank: number) => {
    let passed = 0;
    // Some step always holds a rank within the count.
    for (const [days, times] of steps) {
      passed += times;
      if (passed >= rank) return days;
    }
    return Number.NaN;
  };
  const median = (atRank(Math.floor((count + 1) / 2)) + atRank(Math.floor(count / 2) + 1)) / 2;
  return { count, mean: total / count, median, p90: atRank(Math.ceil(count * 0.9)) };
}

// Takes the time of things many times over, in turns, and says how long most of them took.
export type Taken = { p50: number; p95: number };

/** Milliseconds, one decimal. The first rounds warm connections, plans and caches and are not counted. */
export async function takeTimes(
  rounds: number,
  [first, second]: readonly [() => Promise<unknown>, () => Promise<unknown>],
): Promise<[Taken, Taken]> {
  const warming = Math.ceil(rounds / 10);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < warming + rounds; round += 1) {
    const [one, other] = [await timeOf(first), await timeOf(second)];
    if (round < warming) continue;
    times[0].push(one);
    times[1].push(other);
  }
  return [summary(times[0]), summary(times[1])];
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function summary(times: readonly number[]): Taken {
  const sorted = [...times].sort((left, right) => left - right);
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

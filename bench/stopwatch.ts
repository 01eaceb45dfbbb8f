// Takes the time of one thing many times over, one after the other, and says how long most of them took.
export type Taken = { p50: number; p95: number };

/** Milliseconds, one decimal. The first rounds warm connections, plans and caches and are not counted. */
export async function takeTimes(rounds: number, work: (round: number) => Promise<unknown>): Promise<Taken> {
  const warming = Math.ceil(rounds / 10);
  const times: number[] = [];
  for (let round = 0; round < warming + rounds; round += 1) {
    const begun = performance.now();
    await work(round);
    if (round >= warming) times.push(performance.now() - begun);
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => Math.round((times[Math.ceil(times.length * share) - 1] ?? Number.NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95) };
}

import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MS = 60_000;

/** Asks /api/health until it says 200. Undefined when all is well, else the last answer in words. */
export async function untilHealthy(address: string, signal: AbortSignal): Promise<string | undefined> {
  const until = performance.now() + PATIENCE_MS;
  let last = "no answer";
  while (performance.now() < until && !signal.aborted) {
    try {
      const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(5_000) });
      const body = await answer.text();
      if (answer.status === 200) return undefined;
      last = `${answer.status} ${body.slice(0, 200)}`;
    } catch (error) {
      last = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    }
    await pause(200);
  }
  return last;
}

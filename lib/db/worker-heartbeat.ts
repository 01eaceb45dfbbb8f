import "server-only";
import { database } from "./client";

const key = "worker-heartbeat";
// One row: the window is fixed, and `expires_at` says until when the last beat counts.
const window = new Date(0);
const beatCountsSeconds = 150;

/** The worker says that it runs: every minute, in the only table that belongs to no organisation and may be written. */
export async function beat(now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + beatCountsSeconds * 1000);
  const where = { key_window: { key, window } };
  await database().rateCount.upsert({ where, create: { key, window, count: 1, expiresAt }, update: { expiresAt } });
}

/** Whether a beat was heard lately; null when none was ever, or the daily cleaning took an old one away. */
export async function lastBeatCounts(now: Date): Promise<boolean | null> {
  const row = await database().rateCount.findUnique({ where: { key_window: { key, window } } });
  return row && row.expiresAt > now;
}

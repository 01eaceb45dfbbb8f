import "server-only";
import { createHmac } from "node:crypto";
import { database } from "./client";
import { derivedKey } from "./key-ring";

export type Limit = { key: string; limit: number; windowSeconds: number };
export type Counted = { allowed: boolean; retryAfterSeconds: number };

// A table of counters must not become a list of who came from where.
function hashedKey({ key, windowSeconds }: Pick<Limit, "key" | "windowSeconds">): string {
  return createHmac("sha256", derivedKey("rate")).update(`${windowSeconds}:${key}`).digest("base64url");
}

/**
 * Counts one try in a fixed window and says whether it was within the limit. One statement, so that parallel tries in
 * several processes never share a number. `retryAfterSeconds` is 0 when allowed, else the rest of the window.
 */
export async function countAgainst(limit: Limit, now: Date): Promise<Counted> {
  const size = limit.windowSeconds * 1000;
  const window = new Date(Math.floor(now.getTime() / size) * size);
  const ends = new Date(window.getTime() + size);
  // The cap keeps a flood from ever reaching the end of the integer.
  const [row] = await database().$queryRaw<{ count: number }[]>`
    insert into rate_count (key, "window", count, expires_at) values (${hashedKey(limit)}, ${window}, 1, ${ends})
    on conflict (key, "window") do update set count = least(rate_count.count + 1, 1000000000)
    returning count`;
  const allowed = (row?.count ?? Number.POSITIVE_INFINITY) <= limit.limit;
  return { allowed, retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((ends.getTime() - now.getTime()) / 1000)) };
}

/** Starts a counter again: somebody proved that the misses before were their own. */
export async function forgetCount(limit: Pick<Limit, "key" | "windowSeconds">): Promise<void> {
  await database().rateCount.deleteMany({ where: { key: hashedKey(limit) } });
}

/** Takes away windows that are over. They belong to nobody: hashes and numbers. Returns how many went. */
export async function sweepRateCounts(now: Date): Promise<number> {
  const { count } = await database().rateCount.deleteMany({ where: { expiresAt: { lt: now } } });
  return count;
}

import "server-only";
import { countAgainst, forgetCount } from "@/lib/db/rate-limit";

// Each further row waits longer, none for ever: somebody who forgot gets in again, somebody who guesses gets nowhere.
const perAccountAndAddress = [
  { limit: 5, windowSeconds: 60 },
  { limit: 15, windowSeconds: 900 },
  { limit: 40, windowSeconds: 21_600 },
] as const;
// Many accounts from one place. An office behind one address must still fit.
const perAddress = { limit: 300, windowSeconds: 900 } as const;
// Codes are short. Whoever comes this far knows the password, so the limit may follow the account anywhere.
const codesPerAccount = { limit: 10, windowSeconds: 900 } as const;

type Tried = { email: string; address: string };

function key({ email, address }: Tried): string {
  return `sign-in:${email}:${address}`;
}

/**
 * Counts a try to sign in. Keyed on account and address together, so that a stranger elsewhere cannot lock the owner
 * out. Returns the seconds to wait, 0 to go on.
 */
export async function countSignIn(tried: Tried, now: Date): Promise<number> {
  const counted = await Promise.all([
    ...perAccountAndAddress.map((limit) => countAgainst({ key: key(tried), ...limit }, now)),
    countAgainst({ key: `sign-in:${tried.address}`, ...perAddress }, now),
  ]);
  return Math.max(...counted.map(({ retryAfterSeconds }) => retryAfterSeconds));
}

/** Somebody got in: their misses no longer count against them. */
export async function forgetSignIns(tried: Tried): Promise<void> {
  await Promise.all(perAccountAndAddress.map((limit) => forgetCount({ key: key(tried), ...limit })));
}

/** Counts a typed code of the second factor. Returns the seconds to wait, 0 to go on. */
export async function countCode(staffId: string, now: Date): Promise<number> {
  const { retryAfterSeconds } = await countAgainst({ key: `code:${staffId}`, ...codesPerAccount }, now);
  return retryAfterSeconds;
}

/** Whether one more refusal goes into the record: it is append-only, and a guesser must not fill it. */
export async function mayRecordRefusal(staffId: string, now: Date): Promise<boolean> {
  const { allowed } = await countAgainst({ key: `refusal:${staffId}`, limit: 30, windowSeconds: 3_600 }, now);
  return allowed;
}

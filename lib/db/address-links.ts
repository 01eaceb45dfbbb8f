import "server-only";
import type { Challenge } from "@/lib/generated/prisma/client";
import { tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

/** The link in the letter to a new address, unused and in time; null otherwise. Looking uses nothing up. */
export function findAddressLink({ tx }: Scope, token: string, now: Date): Promise<Challenge | null> {
  return tx.challenge.findFirst({
    where: { tokenHash: tokenHash(token), purpose: "new_address", usedAt: null, expiresAt: { gt: now } },
  });
}

/** Uses the link up. Of two racers one finds it used and gets false. */
export async function spendAddressLink({ tx }: Scope, { id }: Challenge, now: Date): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/**
 * What went to the address of before opens nothing any more, and neither does a code that was made for it. The answer of
 * an agent's person stays good: their mailbox is another one.
 */
export async function dropOlderLinks({ tx }: Scope, requestId: string): Promise<void> {
  await tx.challenge.deleteMany({ where: { requestId, usedAt: null, purpose: { not: "authorise" } } });
}

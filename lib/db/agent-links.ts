import "server-only";
import type { Challenge } from "@/lib/generated/prisma/client";
import { tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

/** The link by which a person answers about an agent, unused and in time; null otherwise. Looking uses nothing up. */
export function findAgentLink({ tx }: Scope, token: string, now: Date): Promise<Challenge | null> {
  return tx.challenge.findFirst({
    where: { tokenHash: tokenHash(token), purpose: "authorise", usedAt: null, expiresAt: { gt: now } },
  });
}

/** Uses the link up. Of two racers one finds it used and gets false. */
export async function spendAgentLink({ tx }: Scope, { id }: Challenge, now: Date): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { Challenge } from "@/lib/generated/prisma/client";
import { type ChallengePurpose, challengeLimits, codeHash } from "./challenges";
import { tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

type Of = Pick<Challenge, "id" | "requestId">;

/** A link for one of these doors, unused and in time; null otherwise. Looking uses nothing up. */
export function findLink(
  { tx }: Scope,
  { token, purposes }: { token: string; purposes: readonly ChallengePurpose[] },
  now: Date,
): Promise<Challenge | null> {
  return tx.challenge.findFirst({
    where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now }, purpose: { in: [...purposes] } },
  });
}

/** Uses a link or code up. Of two racers one finds it used and gets false. */
export async function spendChallenge({ tx }: Scope, { id }: Of, now: Date): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
  return count === 1;
}

/**
 * Compares the code that stands in the same letter as the link. It lives as long as the link does; the try is counted before
 * anything is compared, and five misses end it. Null where it fits.
 */
export async function typedBesideLink(
  { tx }: Scope,
  { id, requestId }: Of,
  code: string | null,
): Promise<"code_wanted" | "wrong_code" | "code_dead" | "link_dead" | null> {
  if (code === null) return "code_wanted";
  const [counted] = await tx.challenge.updateManyAndReturn({
    where: { id, usedAt: null, attempts: { lt: challengeLimits.codeTries } },
    data: { attempts: { increment: 1 } },
  });
  if (!counted) return (await tx.challenge.count({ where: { id, usedAt: null } })) > 0 ? "code_dead" : "link_dead";
  return fits(counted, hashOf(requestId, code)) ? null : "wrong_code";
}

/**
 * Uses up the code of a request that fits. Every live one is compared, and the try is counted by the statement that finds
 * them, before that: guesses sent at the same time queue at the row and cannot all look at the same count.
 */
export async function spendTypedCode(
  scope: Scope,
  { requestId, purposes, code }: { requestId: string; purposes: readonly ChallengePurpose[]; code: string },
  now: Date,
): Promise<"wrong_code" | "code_dead" | null> {
  const presented = hashOf(requestId, code);
  const live = await scope.tx.challenge.updateManyAndReturn({
    where: {
      requestId,
      purpose: { in: [...purposes] },
      usedAt: null,
      codeExpiresAt: { gt: now },
      attempts: { lt: challengeLimits.codeTries },
    },
    data: { attempts: { increment: 1 } },
  });
  const fitting = live.find((one) => fits(one, presented));
  if (!fitting) return "wrong_code";
  return (await spendChallenge(scope, fitting, now)) ? null : "code_dead";
}

function hashOf(requestId: string, code: string): Buffer {
  return Buffer.from(codeHash(requestId, code));
}

function fits({ codeHash: held }: Pick<Challenge, "codeHash">, presented: Buffer): boolean {
  return timingSafeEqual(Buffer.from(held), presented);
}

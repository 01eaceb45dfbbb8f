import "server-only";
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { deskCodeDays } from "@/lib/domain/delivery";
import { derivedKey, tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

/**
 * The door that a challenge opens. `deliver` and `desk_code` are typed before an answer opens, `new_address` confirms where
 * letters go from now on, `authorise` is the person's answer about an agent.
 */
export type ChallengePurpose = "confirm" | "open" | "deliver" | "new_address" | "authorise" | "desk_code";

/** Challenges that let a browser in to the request's page. */
export const openingPurposes: readonly ChallengePurpose[] = ["confirm", "open"];

/** What goes into the letter; the database keeps only hashes. */
export type ChallengeSecrets = { token: string; code: string };

export const challengeLimits = { linkDays: 7, codeMinutes: 10, codeTries: 5 } as const;

/** A new link and code for one request, carried by one letter. Those of other letters stay valid until they end or are used. */
export async function createChallenge(
  { tx, organisationId }: Scope,
  challenge: { requestId: string; letterId: string; purpose: ChallengePurpose },
  now: Date,
): Promise<ChallengeSecrets & { linkExpiresAt: Date; codeExpiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const linkExpiresAt = new Date(now.getTime() + challengeLimits.linkDays * 86_400_000);
  const { code, codeExpiresAt } = newCode(now);
  await tx.challenge.create({
    data: {
      organisationId,
      ...challenge,
      tokenHash: tokenHash(token),
      codeHash: codeHash(challenge.requestId, code),
      createdAt: now,
      expiresAt: linkExpiresAt,
      codeExpiresAt,
    },
  });
  return { token, code, linkExpiresAt, codeExpiresAt };
}

/** A code that staff tell the person by another way. The one before it is dead; there is no link beside it. */
export async function createDeskCode(
  { tx, organisationId }: Scope,
  requestId: string,
  now: Date,
): Promise<{ code: string; expiresAt: Date }> {
  await tx.challenge.deleteMany({ where: { requestId, purpose: "desk_code", usedAt: null } });
  const expiresAt = new Date(now.getTime() + deskCodeDays * 86_400_000);
  const { code } = newCode(now);
  await tx.challenge.create({
    data: {
      organisationId,
      requestId,
      purpose: "desk_code",
      tokenHash: tokenHash(randomBytes(32).toString("base64url")),
      codeHash: codeHash(requestId, code),
      createdAt: now,
      expiresAt,
      codeExpiresAt: expiresAt,
    },
  });
  return { code, expiresAt };
}

/** A new code beside a link that lives on; the earlier code is dead. Null when the link was used or is gone. */
export async function renewCode(
  { tx }: Scope,
  { requestId, token }: { requestId: string; token: string },
  now: Date,
): Promise<{ code: string; codeExpiresAt: Date } | null> {
  const { code, codeExpiresAt } = newCode(now);
  const { count } = await tx.challenge.updateMany({
    where: { tokenHash: tokenHash(token), usedAt: null },
    data: { codeHash: codeHash(requestId, code), codeExpiresAt, attempts: 0 },
  });
  return count === 1 ? { code, codeExpiresAt } : null;
}

/** What earlier tries of this letter carried opens nothing any more. */
export async function dropChallenges({ tx }: Scope, letterId: string): Promise<void> {
  await tx.challenge.deleteMany({ where: { letterId } });
}

/**
 * What went to the address of before opens nothing any more, and neither does a code that was made for it. The answer of
 * an agent's person stays good: their mailbox is another one.
 */
export async function dropOlderLinks({ tx }: Scope, requestId: string): Promise<void> {
  await tx.challenge.deleteMany({ where: { requestId, usedAt: null, purpose: { not: "authorise" } } });
}

function newCode(now: Date): { code: string; codeExpiresAt: Date } {
  return {
    code: randomInt(0, 100_000_000).toString().padStart(8, "0"),
    codeExpiresAt: new Date(now.getTime() + challengeLimits.codeMinutes * 60_000),
  };
}

/** Bound to the request: a code of one request opens no other. */
export function codeHash(requestId: string, code: string): string {
  return createHmac("sha256", derivedKey("token", "code")).update(`${requestId}:${code}`).digest("hex");
}

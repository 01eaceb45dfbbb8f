import "server-only";
import { createHmac, randomBytes, randomInt } from "node:crypto";
import { derivedKey, tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

export type ChallengePurpose = "confirm" | "open";

/** What goes into the letter; the database keeps only hashes. */
export type ChallengeSecrets = { token: string; code: string };

export const challengeLimits = { linkDays: 7, codeMinutes: 10, codeTries: 5 } as const;

/** A new link and code for one request. Older ones stay valid until they expire or one is used. */
export async function createChallenge(
  { tx, organisationId }: Scope,
  challenge: { requestId: string; purpose: ChallengePurpose },
  now: Date,
): Promise<ChallengeSecrets & { linkExpiresAt: Date; codeExpiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const code = randomInt(0, 100_000_000).toString().padStart(8, "0");
  const linkExpiresAt = new Date(now.getTime() + challengeLimits.linkDays * 86_400_000);
  const codeExpiresAt = new Date(now.getTime() + challengeLimits.codeMinutes * 60_000);
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

/** Bound to the request: a code of one request opens no other. */
export function codeHash(requestId: string, code: string): string {
  return createHmac("sha256", derivedKey("token", "code")).update(`${requestId}:${code}`).digest("hex");
}

import "server-only";
import { tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

/**
 * Marks a hand-over token as used; false when it was used before. Of two who bring the same one, one finds the row taken
 * (RFC 7519 §4.1.7: `jti` prevents replay).
 */
export async function spendToken(
  { tx, organisationId }: Scope,
  token: { id: string; expiresAt: Date },
): Promise<boolean> {
  const { count } = await tx.spentToken.createMany({
    data: { organisationId, tokenHash: tokenHash(`hand-over:${token.id}`), expiresAt: token.expiresAt },
    skipDuplicates: true,
  });
  return count === 1;
}

import "server-only";
import { randomBytes } from "node:crypto";
import { tokenHash } from "./key-ring";
import type { Scope } from "./organisation-scope";

export const personSessionLimits = { idleMinutes: 30, totalHours: 12 } as const;

/** A browser that may see one request. Returns the secret for the cookie; only its hash stays here. */
export async function startPersonSession(
  { tx, organisationId }: Scope,
  session: { requestId: string; proven: boolean },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { requestId, proven } = session;
  await tx.personSession.create({
    data: { organisationId, requestId, proven, tokenHash: tokenHash(token), createdAt: now, lastSeenAt: now },
  });
  return token;
}

/** The live session behind a cookie; null when there is none, it idled out, or it was ended. */
export async function findPersonSession(
  { tx }: Scope,
  token: string,
  now: Date,
): Promise<{ id: string; requestId: string; proven: boolean } | null> {
  const session = await tx.personSession.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!session || session.endedAt) return null;
  const idle = now.getTime() - session.lastSeenAt.getTime() > personSessionLimits.idleMinutes * 60_000;
  const old = now.getTime() - session.createdAt.getTime() > personSessionLimits.totalHours * 3_600_000;
  if (idle || old) return null;
  await tx.personSession.update({ where: { id: session.id }, data: { lastSeenAt: now } });
  return { id: session.id, requestId: session.requestId, proven: session.proven };
}

export async function endPersonSession({ tx }: Scope, token: string, now: Date): Promise<void> {
  await tx.personSession.updateMany({ where: { tokenHash: tokenHash(token), endedAt: null }, data: { endedAt: now } });
}

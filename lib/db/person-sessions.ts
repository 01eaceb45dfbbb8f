import "server-only";
import { randomBytes } from "node:crypto";
import { freshMinutes } from "@/lib/domain/delivery";
import type { DeliveryFactor } from "@/lib/domain/events";
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
): Promise<{ id: string; requestId: string; proven: boolean; fresh: readonly DeliveryFactor[] } | null> {
  const session = await tx.personSession.findUnique({ where: { tokenHash: tokenHash(token) } });
  if (!session || session.endedAt) return null;
  const idle = now.getTime() - session.lastSeenAt.getTime() > personSessionLimits.idleMinutes * 60_000;
  const old = now.getTime() - session.createdAt.getTime() > personSessionLimits.totalHours * 3_600_000;
  if (idle || old) return null;
  await tx.personSession.update({ where: { id: session.id }, data: { lastSeenAt: now } });
  const { id, requestId, proven, fresh } = session;
  return { id, requestId, proven, fresh: freshOf(fresh as ShownAnew, now) };
}

type ShownAnew = Partial<Record<DeliveryFactor, string>>;

function freshOf(shown: ShownAnew, now: Date): DeliveryFactor[] {
  const since = now.getTime() - freshMinutes * 60_000;
  const factors = Object.entries(shown).filter(([, at]) => new Date(at).getTime() >= since);
  return factors.map(([factor]) => factor as DeliveryFactor);
}

/**
 * Writes down what this browser showed anew, and returns all that is fresh in it; null where it is no browser of the request. What another browser showed for the same
 * request does not count here: whoever overheard a link shall not wait for the person to prove themselves.
 */
export async function freshenPersonSession(
  { tx }: Scope,
  session: { token: string; requestId: string; factors: readonly DeliveryFactor[] },
  now: Date,
): Promise<{ id: string; fresh: readonly DeliveryFactor[] } | null> {
  const found = await tx.personSession.findUnique({ where: { tokenHash: tokenHash(session.token) } });
  // What was shown for one request makes no browser fresh that holds the key to another (ATK-I5).
  if (!found || found.endedAt || !found.proven || found.requestId !== session.requestId) return null;
  const shown = Object.fromEntries(session.factors.map((factor) => [factor, now.toISOString()]));
  const fresh: ShownAnew = { ...(found.fresh as ShownAnew), ...shown };
  await tx.personSession.update({ where: { id: found.id }, data: { fresh } });
  return { id: found.id, fresh: freshOf(fresh, now) };
}

/** What was shown anew counts no more: something that it rested on was taken back since. */
export async function staleSessionsOf({ tx }: Scope, requestId: string): Promise<void> {
  await tx.personSession.updateMany({ where: { requestId }, data: { fresh: {} } });
}

/** Every browser that may see this request must come anew: the address is another, or somebody said that it was not them. */
export async function endSessionsOf({ tx }: Scope, requestId: string, now: Date): Promise<void> {
  await tx.personSession.updateMany({ where: { requestId, endedAt: null }, data: { endedAt: now } });
}

/** The same for every browser but this one. */
export async function endOtherSessions(
  { tx }: Scope,
  { requestId, token }: { requestId: string; token: string },
  now: Date,
): Promise<void> {
  const others = { requestId, endedAt: null, tokenHash: { not: tokenHash(token) } };
  await tx.personSession.updateMany({ where: others, data: { endedAt: now } });
}

export async function endPersonSession({ tx }: Scope, token: string, now: Date): Promise<void> {
  await tx.personSession.updateMany({ where: { tokenHash: tokenHash(token), endedAt: null }, data: { endedAt: now } });
}

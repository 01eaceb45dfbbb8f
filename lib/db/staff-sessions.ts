import "server-only";
import { randomBytes } from "node:crypto";
import type { Prisma, StaffSession } from "@/lib/generated/prisma/client";
import { database } from "./client";
import { tokenHash } from "./key-ring";

/** ASVS 5.0 V7.3: how long a desk may stand open. */
export const staffSessionLimits = { idleMinutes: 30, totalHours: 12 } as const;

// Seen to the minute is enough to measure half an hour, and spares a write for each page.
const seenEveryMilliseconds = 60_000;

export type OpenSession = Pick<
  StaffSession,
  "id" | "staffId" | "organisationId" | "createdAt" | "lastSeenAt" | "provenAt"
>;

/** Opens a session and returns its secret, 256 bits; only the keyed hash stays here. */
export async function startStaffSession(
  tx: Prisma.TransactionClient,
  session: { staffId: string; organisationId: string | null },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.staffSession.create({
    data: { ...session, tokenHash: tokenHash(token), createdAt: now, lastSeenAt: now, provenAt: now },
  });
  return token;
}

function isOver(session: StaffSession, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime() > staffSessionLimits.idleMinutes * 60_000;
  const old = now.getTime() - session.createdAt.getTime() > staffSessionLimits.totalHours * 3_600_000;
  return session.endedAt !== null || idle || old;
}

/** The session behind a cookie's secret while it may be used, and nobody was seen by it; null otherwise. */
export async function peekStaffSession(token: string, now: Date): Promise<OpenSession | null> {
  const session = await database().staffSession.findUnique({ where: { tokenHash: tokenHash(token) } });
  return session && !isOver(session, now) ? session : null;
}

/** The same, marked as seen: somebody did something. */
export async function findStaffSession(token: string, now: Date): Promise<OpenSession | null> {
  const session = await peekStaffSession(token, now);
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() >= seenEveryMilliseconds) {
    await database().staffSession.updateMany({ where: { id: session.id, endedAt: null }, data: { lastSeenAt: now } });
  }
  return session;
}

/** Sessions of one person that can still be used, newest first. */
export async function listStaffSessions(staffId: string, now: Date): Promise<OpenSession[]> {
  const rows = await database().staffSession.findMany({
    where: { staffId, endedAt: null },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.filter((session) => !isOver(session, now));
}

/** When each of these people was last seen, whatever became of the session. */
export async function lastSeenOf(staffIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await database().staffSession.groupBy({
    by: ["staffId"],
    where: { staffId: { in: [...staffIds] } },
    _max: { lastSeenAt: true },
  });
  return new Map(rows.flatMap((row) => (row._max.lastSeenAt ? [[row.staffId, row._max.lastSeenAt] as const] : [])));
}

/** Ends one session (`id` or `token`), or all of a person. Returns how many were open. */
export async function endStaffSessions(
  tx: Prisma.TransactionClient,
  which: { staffId: string; id?: string } | { token: string },
  now: Date,
): Promise<number> {
  const where = "token" in which ? { tokenHash: tokenHash(which.token) } : which;
  const { count } = await tx.staffSession.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: now } });
  return count;
}

/** Ends every session of somebody and opens a fresh one: what was proven changed, so old secrets must not work on. */
export async function renewStaffSession(
  tx: Prisma.TransactionClient,
  session: { staffId: string; organisationId: string | null },
  now: Date,
): Promise<string> {
  await endStaffSessions(tx, { staffId: session.staffId }, now);
  return startStaffSession(tx, session, now);
}

/** Opens another organisation's queue in this session. Whether that is allowed was decided before. */
export async function openOrganisation(sessionId: string, organisationId: string): Promise<void> {
  await database().staffSession.update({ where: { id: sessionId }, data: { organisationId } });
}

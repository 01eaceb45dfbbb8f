import "server-only";
import type { StaffRole } from "@/lib/domain/actor";
import { database } from "./client";
import { createInvitation } from "./invitations";
import { enterOrganisation, setRoles } from "./memberships";
import { endStaffSessions } from "./staff-sessions";

/** Makes or renews one demo account in these organisations. A new password ends every session of the old one. */
export async function ensureDemoMember(
  member: { email: string; name: string; roles: readonly StaffRole[]; passwordHash: string },
  organisationIds: readonly string[],
  now: Date,
): Promise<void> {
  const { email, name, roles, passwordHash } = member;
  await database().$transaction(async (tx) => {
    const fresh = { name, passwordHash, disabledAt: null, totpSecret: null, totpLastStep: null };
    const { id } = await tx.staffMember.upsert({
      where: { email },
      create: { email, createdAt: now, ...fresh },
      update: fresh,
      select: { id: true },
    });
    await endStaffSessions(tx, { staffId: id }, now);
    for (const organisationId of organisationIds)
      await setRoles(await enterOrganisation(tx, organisationId), id, roles);
  });
}

/** Closes the demo accounts of an earlier start and ends their sessions. */
export async function closeDemoPeople(emails: readonly string[], now: Date): Promise<void> {
  await database().$transaction(async (tx) => {
    const where = { email: { in: [...emails] }, disabledAt: null };
    const open = await tx.staffMember.findMany({ where, select: { id: true } });
    await tx.staffMember.updateMany({ where, data: { disabledAt: now } });
    for (const { id } of open) await endStaffSessions(tx, { staffId: id }, now);
  });
}

/**
 * While nobody can sign in: a fresh one-time token for the first administrator; tokens of earlier starts stop working.
 * Undefined as soon as one account is open.
 */
export async function offerFirstAdministrator(now: Date): Promise<string | undefined> {
  return database().$transaction(async (tx) => {
    if ((await tx.staffMember.count({ where: { disabledAt: null } })) > 0) return undefined;
    return createInvitation(tx, { organisationId: null, email: null, roles: ["administrator"] }, now);
  });
}

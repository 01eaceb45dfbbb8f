import "server-only";
import type { StaffRole } from "@/lib/domain/actor";
import { database } from "./client";
import { createInvitation } from "./invitations";
import { enterOrganisation, membersOf, setRoles } from "./memberships";
import { inOrganisation } from "./organisation-scope";
import { listOrganisations, type Organisation } from "./organisations";
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

/** Organisations in which no open account is administrator. */
export async function organisationsWithoutAdministrator(): Promise<Organisation[]> {
  const organisations = await listOrganisations();
  const members = await Promise.all(organisations.map(({ id }) => inOrganisation(id, membersOf)));
  return organisations.filter(
    (_, index) => !members[index]?.some(({ disabled, roles }) => !disabled && roles.includes("administrator")),
  );
}

/**
 * While an organisation has no administrator: a fresh one-time token for whoever becomes it; tokens of earlier starts
 * stop working. Undefined otherwise.
 */
export async function offerFirstAdministrator(now: Date): Promise<string | undefined> {
  if ((await organisationsWithoutAdministrator()).length === 0) return undefined;
  const invited = { organisationId: null, email: null, roles: ["administrator"] } as const;
  return database().$transaction((tx) => createInvitation(tx, invited, now));
}

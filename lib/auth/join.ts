import "server-only";
import { organisationsWithoutAdministrator } from "@/lib/db/first-people";
import { findInvitation, type OpenInvitation, spendInvitation } from "@/lib/db/invitations";
import { enterOrganisation, setRoles } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findOrganisation, type Organisation } from "@/lib/db/organisations";
import { createStaff, findStaff, type StaffRecord } from "@/lib/db/staff-members";
import { recordInOrganisations } from "@/lib/db/staff-record";
import { startStaffSession } from "@/lib/db/staff-sessions";
import { staffRoles } from "@/lib/domain/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type AuthRefused, refuseAuth } from "./auth-refusal";
import { isDemoAddress } from "./demo-people";
import { hashPassword } from "./password";
import { passwordMistake } from "./password-rule";
import { proveAgain } from "./prove-again";
import { rolesInWords } from "./staff-events";

export type Joining = { email: string; name: string; password: string; code: string; address: string };
export type Joined = { ok: true; token: string };
export type NotJoined = AuthRefused | { ok: false; mistakes: Readonly<Record<string, string>> };

/** What an invitation's secret opens, without using it up. */
export async function lookAtInvitation(
  token: string,
  now: Date,
): Promise<(OpenInvitation & { organisation: string; hasAccount: boolean; secondFactor: boolean }) | null> {
  const invitation = await findInvitation(token, now);
  if (!invitation?.organisationId || !invitation.email) return null;
  const organisation = await findOrganisation({ id: invitation.organisationId });
  const staff = await findStaff({ email: invitation.email });
  if (!organisation) return null;
  const secondFactor = staff !== null && staff.totpSecret !== null;
  return { ...invitation, organisation: organisation.profile.name, hasAccount: staff !== null, secondFactor };
}

/** The one-time token of the start makes its holder administrator of every organisation that has none. */
export async function becomeFirstAdministrator(
  input: Joining & { token: string },
  now: Date,
): Promise<Joined | NotJoined> {
  const invitation = await findInvitation(input.token, now);
  if (!invitation || invitation.organisationId !== null) return refuseAuth("link_dead");
  const organisations = await organisationsWithoutAdministrator();
  return organisations.length > 0 ? join(invitation, organisations, input, now) : refuseAuth("link_dead");
}

/** Takes an invitation. Somebody with an account proves it; somebody without makes one, under the same password rule. */
export async function acceptInvitation(
  input: Omit<Joining, "email"> & { token: string },
  now: Date,
): Promise<Joined | NotJoined> {
  const invitation = await findInvitation(input.token, now);
  const { organisationId, email, roles } = invitation ?? {};
  if (!invitation || !organisationId || !email || roles?.length === 0) return refuseAuth("link_dead");
  const organisation = await findOrganisation({ id: organisationId });
  return organisation ? join(invitation, [organisation], { ...input, email }, now) : refuseAuth("link_dead");
}

async function join(
  invitation: OpenInvitation,
  organisations: readonly Organisation[],
  input: Joining,
  now: Date,
): Promise<Joined | NotJoined> {
  if (isDemoAddress(input.email)) return refuseAuth("reserved_address");
  const known = await findStaff({ email: input.email });
  const ready = known ? await proveAccount(known, input, now) : newAccountMistake(input);
  if (ready) return ready;
  const passwordHash = known ? null : await hashPassword(input.password);
  try {
    const token = await inOrganisation(organisations[0]?.id ?? "", async ({ tx }) => {
      if (!(await spendInvitation(tx, invitation.id, now))) throw new InvitationSpent();
      const { email, name } = input;
      const staffId = known?.id ?? (await createStaff(tx, { email, name, passwordHash: passwordHash ?? "" }, now));
      await becomeMember(tx, { staffId, organisations, roles: invitation.roles }, now);
      return startStaffSession(tx, { staffId, organisationId: organisations[0]?.id ?? null }, now);
    });
    return { ok: true, token };
  } catch (fault) {
    if (fault instanceof InvitationSpent) return refuseAuth("link_dead");
    throw fault;
  }
}

/** Thrown inside the transaction when somebody else was faster, so that nothing of it stays. */
export class InvitationSpent extends Error {}

async function proveAccount(staff: StaffRecord, input: Joining, now: Date): Promise<AuthRefused | null> {
  const proven = await proveAgain({ email: staff.email, secondFactor: staff.totpSecret !== null }, input, now);
  if (proven.ok) return null;
  return proven.refusal === "slow_down" ? proven : refuseAuth("has_account");
}

function newAccountMistake(input: Joining): NotJoined | null {
  if (input.name === "") return { ok: false, mistakes: { name: "Write the name" } };
  const mistake = passwordMistake(input.password, input.email);
  return mistake ? { ok: false, mistakes: { password: mistake } } : null;
}

async function becomeMember(
  tx: Prisma.TransactionClient,
  joining: { staffId: string; organisations: readonly Organisation[]; roles: OpenInvitation["roles"] },
  now: Date,
): Promise<void> {
  const { staffId, organisations } = joining;
  for (const { id, profile } of organisations) {
    const scope = await enterOrganisation(tx, id);
    const held = await tx.membership.findMany({ where: { staffId, organisationId: id } });
    const words: readonly string[] = [...joining.roles, ...held.flatMap(({ roles }) => roles)];
    const roles = staffRoles.filter((role) => words.includes(role));
    await setRoles(scope, staffId, roles);
    const place = { organisationId: id, timeZone: profile.timeZone };
    const actor = (organisationId: string) => ({ kind: "staff", organisationId, staffId, roles }) as const;
    const event = { type: "StaffJoined", staffId, roles: rolesInWords(roles) } as const;
    await recordInOrganisations(tx, [place], { event, actor }, now);
  }
}

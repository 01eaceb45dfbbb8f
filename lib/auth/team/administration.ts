import "server-only";
import { type Member, membershipsOf, membersOf } from "@/lib/db/memberships";
import { asStaff, inOrganisation } from "@/lib/db/organisation-scope";
import { findOrganisation } from "@/lib/db/organisations";
import { recordInOrganisations } from "@/lib/db/staff-record";
import type { StaffActor } from "@/lib/domain/actor";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type AuthRefused, refuseAuth } from "../auth-refusal";
import type { StaffEvent } from "../staff-events";

export type Administered = { ok: true; member: Member; members: Member[] };

/** Who of the actor's organisation an administrator may act on. Others' people and unknown ones look alike. */
export async function administeredMember(actor: StaffActor, staffId: string): Promise<Administered | AuthRefused> {
  if (!actor.roles.includes("administrator")) return refuseAuth("not_allowed");
  const members = await inOrganisation(actor.organisationId, membersOf);
  const member = members.find(({ id }) => id === staffId);
  return member ? { ok: true, member, members } : refuseAuth("not_found");
}

/**
 * The same for what reaches the whole account: only where the actor administers every organisation the person works
 * for, or one organisation's administrator could open another's desk.
 */
export async function administeredAccount(actor: StaffActor, staffId: string): Promise<Administered | AuthRefused> {
  const found = await administeredMember(actor, staffId);
  if (!found.ok) return found;
  if (staffId === actor.staffId) return refuseAuth("own_account");
  const [theirs, mine] = await Promise.all([membershipsOf(staffId), membershipsOf(actor.staffId)]);
  const administered = new Set(
    mine.filter(({ roles }) => roles.includes("administrator")).map(({ organisationId }) => organisationId),
  );
  return theirs.every(({ organisationId }) => administered.has(organisationId)) ? found : refuseAuth("works_elsewhere");
}

/** Whether the organisation would still have an open administrator without this one. */
export function staysAdministered({ members }: Administered, withoutId: string): boolean {
  return members.some(({ id, disabled, roles }) => id !== withoutId && !disabled && roles.includes("administrator"));
}

/** A change by an administrator and its entry in the record of their organisation, together or not at all. */
export async function administer<Result>(
  actor: StaffActor,
  change: { event: StaffEvent; write: (tx: Prisma.TransactionClient) => Promise<Result> },
  now: Date,
): Promise<Result> {
  const organisation = await findOrganisation({ id: actor.organisationId });
  if (!organisation) throw new Error("an administrator of no organisation");
  const place = { organisationId: organisation.id, timeZone: organisation.profile.timeZone };
  return asStaff(actor.staffId, async (tx) => {
    const result = await change.write(tx);
    await recordInOrganisations(tx, [place], { event: change.event, actor: () => actor }, now);
    return result;
  });
}

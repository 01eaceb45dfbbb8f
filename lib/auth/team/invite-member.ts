import "server-only";
import { createInvitation, openInvitations, spendInvitation } from "@/lib/db/invitations";
import type { StaffActor, StaffRole } from "@/lib/domain/actor";
import { type AuthRefused, refuseAuth } from "../auth-refusal";
import { isDemoAddress } from "../demo-people";
import { rolesInWords } from "../staff-events";
import { administer, administeredAccount } from "./administration";

export type Offered = { ok: true; token: string };

/** Makes an invitation and returns its secret, to be shown once. An earlier one to the same address stops working. */
export async function inviteMember(
  actor: StaffActor,
  { email, roles }: { email: string; roles: readonly StaffRole[] },
  now: Date,
): Promise<Offered | AuthRefused> {
  if (!actor.roles.includes("administrator")) return refuseAuth("not_allowed");
  if (isDemoAddress(email)) return refuseAuth("reserved_address");
  const { organisationId } = actor;
  const token = await administer(
    actor,
    {
      event: { type: "StaffInvited", roles: rolesInWords(roles) },
      write: (tx) => createInvitation(tx, { organisationId, email, roles }, now),
    },
    now,
  );
  return { ok: true, token };
}

/** A link by which a member sets a new password. It gives no role, and a second factor stays and is asked for. */
export async function offerRecovery(actor: StaffActor, staffId: string, now: Date): Promise<Offered | AuthRefused> {
  const found = await administeredAccount(actor, staffId);
  if (!found.ok) return found;
  if (isDemoAddress(found.member.email)) return refuseAuth("reserved_address");
  const { organisationId } = actor;
  const { email } = found.member;
  const token = await administer(
    actor,
    {
      event: { type: "StaffRecoveryOffered", staffId },
      write: (tx) => createInvitation(tx, { organisationId, email, roles: [] }, now),
    },
    now,
  );
  return { ok: true, token };
}

/** Makes an open invitation of the actor's organisation useless. */
export async function withdrawInvitation(
  actor: StaffActor,
  invitationId: string,
  now: Date,
): Promise<{ ok: true } | AuthRefused> {
  if (!actor.roles.includes("administrator")) return refuseAuth("not_allowed");
  const open = await openInvitations(actor.organisationId, now);
  if (!open.some(({ id }) => id === invitationId)) return refuseAuth("not_found");
  const event = { type: "StaffInvitationWithdrawn" } as const;
  await administer(actor, { event, write: (tx) => spendInvitation(tx, invitationId, now) }, now);
  return { ok: true };
}

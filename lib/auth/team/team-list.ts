import "server-only";
import { type OpenInvitation, openInvitations } from "@/lib/db/invitations";
import { type Member, membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { lastSeenOf } from "@/lib/db/staff-sessions";
import type { StaffActor } from "@/lib/domain/actor";

export type Team = { members: (Member & { lastSeen: Date | null })[]; invitations: OpenInvitation[] };

/** The people of the actor's organisation and its open invitations; null for whoever is no administrator. */
export async function teamOf(actor: StaffActor, now: Date): Promise<Team | null> {
  if (!actor.roles.includes("administrator")) return null;
  const members = await inOrganisation(actor.organisationId, membersOf);
  const [seen, invitations] = await Promise.all([
    lastSeenOf(members.map(({ id }) => id)),
    openInvitations(actor.organisationId, now),
  ]);
  return { members: members.map((member) => ({ ...member, lastSeen: seen.get(member.id) ?? null })), invitations };
}

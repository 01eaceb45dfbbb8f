import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { localDay } from "@/lib/domain/calendar-date";
import type { Prisma } from "@/lib/generated/prisma/client";
import { appendOrganisationEvent, type OrganisationEvent } from "./event-store";
import { enterOrganisation, type Membership } from "./memberships";

type Place = Pick<Membership, "organisationId" | "timeZone">;

/**
 * Writes what somebody of the staff did into the record of each organisation it concerns, in the caller's transaction.
 * Always in the same order, so that two writers who wait for the same chains never wait for each other.
 */
export async function recordInOrganisations(
  tx: Prisma.TransactionClient,
  places: readonly Place[],
  happened: { event: OrganisationEvent; actor: (organisationId: string) => Actor },
  now: Date,
): Promise<void> {
  const ordered = [...places].sort((a, b) => a.organisationId.localeCompare(b.organisationId));
  for (const { organisationId, timeZone } of ordered) {
    const scope = await enterOrganisation(tx, organisationId);
    const actor = happened.actor(organisationId);
    await appendOrganisationEvent(scope, { event: happened.event, actor, at: now, day: localDay(now, timeZone) });
  }
}

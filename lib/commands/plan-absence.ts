import "server-only";
import { appendOrganisationEvent, type OrganisationEvent } from "@/lib/db/event-store";
import { membersOf, setAbsence } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type Absence, absenceRefusal, mayPlanAbsence } from "@/lib/domain/cover";
import { type Refused, refuse } from "@/lib/domain/refusal";

/**
 * Writes down that a member is away and who covers, instead of what was said before; null: they are here after all. What is
 * theirs stays theirs. Nothing ends it but its last day.
 */
export async function planAbsence(
  actor: StaffActor,
  { organisation, staffId, absence }: { organisation: Organisation; staffId: string; absence: Absence | null },
  now: Date,
): Promise<{ ok: true } | Refused> {
  if (actor.organisationId !== organisation.id || !mayPlanAbsence(actor, staffId)) return refuse("not_found");
  const day = todayAt(organisation, now);
  return inOrganisation(organisation.id, async (scope) => {
    // Two who name each other at the same moment would each see no circle: whoever comes second sees the first one's plan.
    await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${organisation.id}:absence`}, 1))`;
    const team = await membersOf(scope);
    const before = team.find(({ id }) => id === staffId);
    if (!before) return refuse("not_found");
    const refusal = absence && absenceRefusal(staffId, absence, team, day);
    if (refusal) return refuse(refusal);
    if (!absence && !before.away) return { ok: true };
    await setAbsence(scope, staffId, absence);
    const event: OrganisationEvent = absence
      ? { type: "StaffAway", staffId, from: absence.from, until: absence.until, cover: absence.coverId }
      : { type: "StaffBack", staffId };
    await appendOrganisationEvent(scope, { event, actor, at: now, day });
    return { ok: true };
  });
}

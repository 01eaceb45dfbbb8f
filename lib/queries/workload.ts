import "server-only";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { type Load, workloadOf } from "@/lib/db/workload";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { canWork } from "@/lib/domain/cover";
import { mayTake } from "@/lib/domain/lifecycle";
import { absenceLine, type MemberAway } from "./absences";

export type TeamLoad = MemberAway & Load;

/** How much everybody who can be given work has, by name; null for whoever may give none. */
export async function teamLoad(actor: StaffActor, today: CalendarDate): Promise<readonly TeamLoad[] | null> {
  if (!mayTake("assign", actor.roles)) return null;
  return inOrganisation(actor.organisationId, async (scope) => {
    const team = await membersOf(scope);
    const people = team.filter(canWork);
    const loads = await workloadOf(
      scope,
      people.map(({ id }) => id),
      today,
    );
    return people.map((one) => {
      const { open = 0, soon = 0, overdue = 0 } = loads.get(one.id) ?? {};
      return { id: one.id, name: one.name, away: absenceLine(one, team, today), open, soon, overdue };
    });
  });
}

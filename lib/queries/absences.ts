import "server-only";
import { type Member, membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { actingFor, canCover, canWork, coveredBy, firstUncovered, isAway } from "@/lib/domain/cover";

type Named = { id: string; name: string };

/** Somebody's absence, now or to come. */
export type AbsenceLine = {
  from: CalendarDate;
  until: CalendarDate;
  /** Away on the day that was asked about. */
  now: boolean;
  /** Whom they named. */
  cover: Named | null;
  /** Who acts on that day: the cover, or whoever covers the cover. Null: nobody, or they are still here. */
  acting: Named | null;
  /** The first day, from then on, on which nobody acts for them. */
  uncoveredOn: CalendarDate | null;
};

/** What is to be said of a member's absence; null when there is none, or it is over. */
export function absenceLine({ id, away }: Member, team: readonly Member[], today: CalendarDate): AbsenceLine | null {
  if (!away || away.until < today) return null;
  const named = (whose: string | null) => {
    const found = team.find((one) => one.id === whose);
    return found ? { id: found.id, name: found.name } : null;
  };
  const now = isAway(away, today);
  return {
    from: away.from,
    until: away.until,
    now,
    cover: named(away.coverId),
    acting: now ? named(actingFor(id, team, today)) : null,
    uncoveredOn: firstUncovered(id, team, today),
  };
}

export type MemberAway = Named & { away: AbsenceLine | null };

/** The people of the reader's organisation, by name, and who of them is away. */
export async function membersToday(actor: StaffActor, today: CalendarDate): Promise<readonly MemberAway[]> {
  const team = await inOrganisation(actor.organisationId, membersOf);
  return team.map((one) => ({ id: one.id, name: one.name, away: absenceLine(one, team, today) }));
}

export type CoverView = {
  away: AbsenceLine | null;
  /** Who can be named as cover. */
  covers: readonly Named[];
  /** For whom they act today. */
  covering: readonly MemberAway[];
};

/** The absence of one member, for its form; null where there is no such member, or nothing can be theirs. */
export async function coverOf(actor: StaffActor, staffId: string, today: CalendarDate): Promise<CoverView | null> {
  const team = await inOrganisation(actor.organisationId, membersOf);
  const one = team.find(({ id }) => id === staffId);
  if (!one || !canWork(one)) return null;
  const covering = coveredBy(staffId, team, today);
  return {
    away: absenceLine(one, team, today),
    covers: team.filter((cover) => canCover(one, cover)).map(({ id, name }) => ({ id, name })),
    covering: team
      .filter(({ id }) => covering.includes(id))
      .map((other) => ({ id: other.id, name: other.name, away: absenceLine(other, team, today) })),
  };
}

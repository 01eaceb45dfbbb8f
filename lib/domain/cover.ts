// Decides who acts for whom while somebody is away, and which plans of it are refused.
// Answers to GDPR Arts 12(3) and 24: a holiday stops no clock, so on every day somebody is there for every request.
import type { StaffActor, StaffRole } from "./actor";
import { type CalendarDate, daysBetween, earliest, latest, plusDays } from "./calendar-date";
import type { Refusal } from "./refusal";

/** Days at the organisation's place, both of them days off. `coverId` null: nobody covers. */
export type Absence = { readonly from: CalendarDate; readonly until: CalendarDate; readonly coverId: string | null };

export type Colleague = {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  readonly disabled: boolean;
  /** The absence that was said last; over when its last day is. */
  readonly away: Absence | null;
};

/** Longer is no holiday but somebody who left: then what is theirs is given away. */
export const longestAbsenceDays = 366;

/** Whether requests can be theirs: the account is open, and they are here for more than to look. */
export function canWork({ disabled, roles }: Pick<Colleague, "disabled" | "roles">): boolean {
  return !disabled && roles.some((role) => role !== "auditor");
}

export function isAway(away: Absence | null, day: CalendarDate): away is Absence {
  return away !== null && away.from <= day && day <= away.until;
}

/** Whoever stands in can work, and as something that the other one is as well. */
export function canCover(one: Colleague, cover: Colleague): boolean {
  const shared = cover.roles.some((role) => role !== "auditor" && one.roles.includes(role));
  return cover.id !== one.id && canWork(cover) && shared;
}

/**
 * Who acts for somebody on a day: they themselves, or whoever is there along the chain of covers. Null: nobody, because a
 * cover left, lost the role or is away without one. It is asked anew for each day, so the end of a holiday needs no act.
 */
export function actingFor(id: string, team: readonly Colleague[], day: CalendarDate): string | null {
  const one = team.find((member) => member.id === id);
  if (!one || !canWork(one)) return null;
  const met = new Set<string>();
  let at = one;
  while (isAway(at.away, day)) {
    const { coverId } = at.away;
    met.add(at.id);
    const next = team.find((member) => member.id === coverId);
    if (!next || met.has(next.id) || !canCover(one, next)) return null;
    at = next;
  }
  return at.id;
}

/** Whoever acts for any of these on that day, each once. */
export function actingForAny(
  people: readonly Pick<Colleague, "id">[],
  team: readonly Colleague[],
  day: CalendarDate,
): readonly string[] {
  return [...new Set(people.flatMap(({ id }) => actingFor(id, team, day) ?? []))];
}

/** For whom somebody else acts on that day: whose requests are theirs to look after. */
export function coveredBy(id: string, team: readonly Colleague[], day: CalendarDate): readonly string[] {
  return team.flatMap((one) => (one.id !== id && actingFor(one.id, team, day) === id ? [one.id] : []));
}

/** The first day of somebody's absence, from a day on, on which nobody acts for them; null when somebody always does. */
export function firstUncovered(id: string, team: readonly Colleague[], from: CalendarDate): CalendarDate | null {
  const away = team.find((one) => one.id === id)?.away;
  if (!away) return null;
  for (let day = latest(from, away.from); day <= away.until; day = plusDays(day, 1)) {
    if (actingFor(id, team, day) === null) return day;
  }
  return null;
}

/** Everybody says it for themselves; for others whoever manages the team. */
export function mayPlanAbsence({ staffId, roles }: Pick<StaffActor, "staffId" | "roles">, of: string): boolean {
  return staffId === of || roles.includes("administrator");
}

/** Why an absence is not written down as it was said; null when it may be. */
export function absenceRefusal(
  id: string,
  { from, until, coverId }: Absence,
  team: readonly Colleague[],
  today: CalendarDate,
): Refusal | null {
  const one = team.find((member) => member.id === id);
  if (!one) return "not_found";
  if (until < from) return "absence_backwards";
  if (until < today) return "absence_over";
  if (daysBetween(from, until) >= longestAbsenceDays) return "absence_long";
  if (coverId === null) return null;
  const cover = team.find((member) => member.id === coverId);
  if (!cover || !canCover(one, cover)) return "cover_unfit";
  return closesCircle(id, { from, until, coverId }, team) ? "cover_circle" : null;
}

// A circle is one only on days on which all of its people are away: two who cover each other in turn are none.
function closesCircle(id: string, absence: Absence, team: readonly Colleague[]): boolean {
  let { from, until, coverId } = absence;
  const met = new Set<string>();
  while (coverId !== null && coverId !== id && !met.has(coverId)) {
    met.add(coverId);
    const away: Absence | null = team.find((one) => one.id === coverId)?.away ?? null;
    if (!away || away.from > until || away.until < from) return false;
    from = latest(from, away.from);
    until = earliest(until, away.until);
    coverId = away.coverId;
  }
  return coverId === id;
}

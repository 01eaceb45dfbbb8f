// Decides which colleagues read a letter to the staff: whose the request is, or whoever is there in their place.
// Answers to GDPR Art. 24: what the desk has to know reaches somebody who is there.
import type { StaffRole } from "./actor";
import type { CalendarDate } from "./calendar-date";
import { actingFor, actingForAny, type Colleague, canWork } from "./cover";
import type { StaffAudience } from "./letters";
import { mayTake } from "./lifecycle";

type About = { readonly assignedTo: string | null; readonly day: CalendarDate };

/**
 * The owner, or whoever acts for them; without either the handlers, then the DPO, then the administrators, whoever acts for
 * them on that day. Where nobody acts for an owner who is away the DPO is told as well: nothing waits unseen until they are
 * back. Only where the whole desk is away those who are away are told.
 */
export function readersOf(
  to: Exclude<StaffAudience, "mentioned" | "deciders">,
  team: readonly Colleague[],
  { assignedTo, day }: About,
): readonly string[] {
  const holding = (role: StaffRole) => team.filter(({ roles }) => roles.includes(role));
  // Whoever left is told nothing, and what was theirs is told to those who are still there.
  const owner = team.filter(({ id }) => id === assignedTo);
  const inOrder = [owner, holding("handler"), holding("dpo"), holding("administrator")];
  const [acting] = inOrder.map((some) => actingForAny(some, team, day)).filter(({ length }) => length > 0);
  const [away = []] = inOrder.map(openOnes).filter(({ length }) => length > 0);
  const left = owner.some((one) => canWork(one) && actingFor(one.id, team, day) === null);
  return [...new Set([...(acting ?? away), ...(to === "owner_and_dpo" || left ? dposOf(team, day) : [])])];
}

/** Who oversees: the DPO or whoever acts for them; where nobody does, the DPO all the same, and the administrators. */
export function dposOf(team: readonly Colleague[], day: CalendarDate): readonly string[] {
  const dpos = team.filter(({ roles }) => roles.includes("dpo"));
  const acting = actingForAny(dpos, team, day);
  if (acting.length > 0) return acting;
  const administrators = team.filter(({ roles }) => roles.includes("administrator"));
  return [...new Set([...openOnes(dpos), ...(dpos.length > 0 ? actingForAny(administrators, team, day) : [])])];
}

/** Whom a note names reads it when they are back; whoever acts for them, and may read notes, reads it now. */
export function mentionedAndActing(
  mentions: readonly string[],
  team: readonly Colleague[],
  day: CalendarDate,
): readonly string[] {
  const acting = mentions.flatMap((id) => {
    const other = actingFor(id, team, day);
    const reads = team.some(({ id: known, roles }) => known === other && mayTake("inspect", roles));
    return other !== null && reads ? [other] : [];
  });
  return [...new Set([...mentions, ...acting])];
}

function openOnes(people: readonly Colleague[]): readonly string[] {
  return people.filter(canWork).map(({ id }) => id);
}

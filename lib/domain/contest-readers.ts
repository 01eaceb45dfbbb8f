// Decides which colleagues are told of the date of an appeal or a complaint: whoever may decide it, never whom four eyes keep
// from it. Answers to Va. Code §59.1-577(C) and DPA 2018 s.164A: what is said against an answer is looked at by somebody else.
import type { CalendarDate } from "./calendar-date";
import { actingForAny, type Colleague, canWork } from "./cover";
import { dposOf } from "./letter-readers";
import { mayTake } from "./lifecycle";

/** `judges`: staff who prepared or released an answer of the request. */
type About = { readonly assignedTo: string | null; readonly judges: readonly string[]; readonly day: CalendarDate };

/**
 * Whoever may decide, or acts for somebody who may, and the owner, as far as none of them judged the answer. Where nobody is there
 * who may, those who are away, the DPO and the administrators hear of it: they can bring somebody in.
 */
export function decidersOf(team: readonly Colleague[], { assignedTo, judges, day }: About): readonly string[] {
  const fresh = ({ id }: Colleague) => !judges.includes(id);
  const may = ({ roles }: Colleague) => mayTake("decide_contest", roles);
  const acting = (people: readonly Colleague[]) => {
    const ids = actingForAny(people, team, day);
    return team.filter(({ id }) => ids.includes(id)).filter(fresh);
  };
  const deciding = acting(team.filter(may)).filter(may);
  const owner = acting(team.filter(({ id }) => id === assignedTo));
  const away = team.filter((one) => may(one) && fresh(one) && canWork(one));
  const administrators = team.filter(({ roles }) => roles.includes("administrator"));
  const otherwise = [...idsOf(away), ...dposOf(team, day), ...actingForAny(administrators, team, day)];
  return [...new Set([...(deciding.length > 0 ? idsOf(deciding) : otherwise), ...idsOf(owner)])];
}

function idsOf(people: readonly Colleague[]): readonly string[] {
  return people.map(({ id }) => id);
}

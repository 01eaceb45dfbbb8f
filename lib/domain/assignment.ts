// Decides whose a request becomes by the organisation's own rules, and when it is asked.
// Answers to GDPR Art. 24 and 32(4): who is responsible for a request is known from the day it is work.
import type { StaffRole } from "./actor";
import type { CalendarDate } from "./calendar-date";
import { actingForAny, type Colleague, canWork } from "./cover";
import { liveStates } from "./lifecycle";
import type { RequestFacts } from "./request";
import { proofStanding } from "./request-proofs";

/** An empty list fits everything. `staffIds` empty: everybody with `role`. */
export type AssignmentRule = {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly string[];
  readonly regimes: readonly string[];
  readonly languages: readonly string[];
  readonly relations: readonly string[];
  /** A country as `DE`, or a part of one as `US-CA`: where the person lives. */
  readonly places: readonly string[];
  readonly staffIds: readonly string[];
  readonly role: StaffRole | null;
};

/** Somebody whom a rule may give to: how many open requests they have, and their last turn under it; 0 for none yet. */
export type Candidate = { readonly staffId: string; readonly open: number; readonly lastTurn: number };

/** On the desk with something to do: proof is there, or was never needed. */
export function isWork(facts: RequestFacts): boolean {
  return liveStates.includes(facts.state) && (facts.state === "answer_prepared" || proofStanding(facts) !== "none");
}

/** The moment at which rules are asked: it was no work before, is now, and nobody has it. */
export function entersWork(before: RequestFacts | null, after: RequestFacts): boolean {
  return after.assignedTo === null && isWork(after) && !(before && isWork(before));
}

/** The rules that fit, in their order: the first of them that has somebody there decides. */
export function fittingRules<Rule extends AssignmentRule>(
  rules: readonly Rule[],
  { rights, received }: Pick<RequestFacts, "rights" | "received">,
): readonly Rule[] {
  const fits = (wanted: readonly string[], held: readonly string[]) =>
    wanted.length === 0 || held.some((one) => wanted.includes(one));
  return rules.filter(
    (rule) =>
      fits(
        rule.rights,
        rights.map(({ right }) => right),
      ) &&
      fits(rule.regimes, received.regimes) &&
      fits(rule.languages, [received.language]) &&
      fits(rule.relations, [received.relation]) &&
      fits(rule.places, placesOf(received)),
  );
}

// Regions are kept with their country before them, and without it where staff wrote the request down.
function placesOf({ country, region }: RequestFacts["received"]): readonly string[] {
  return region === null ? [country] : [country, region, `${country}-${region}`];
}

/** Whom a rule names: members who can work. Whoever left is not among them. */
export function namedBy<Member extends Colleague>(
  { staffIds, role }: Pick<AssignmentRule, "staffIds" | "role">,
  team: readonly Member[],
): readonly Member[] {
  return team.filter(
    (one) =>
      canWork(one) && (staffIds.length > 0 ? staffIds.includes(one.id) : role !== null && one.roles.includes(role)),
  );
}

/** Whom a rule may give to on a day: those it names, or whoever acts for them; by a role, only those who hold it. */
export function takersOf<Member extends Colleague>(
  rule: Pick<AssignmentRule, "staffIds" | "role">,
  team: readonly Member[],
  day: CalendarDate,
): readonly Member[] {
  const acting = actingForAny(namedBy(rule, team), team, day);
  const byRole = rule.staffIds.length === 0 ? rule.role : null;
  return team.filter(({ id, roles }) => acting.includes(id) && (byRole === null || roles.includes(byRole)));
}

/** The fewest open first; of equals whoever waited longest for one; then by id, so that two computers agree. */
export function whoseTurn(candidates: readonly Candidate[]): string | null {
  const [next] = [...candidates].sort(
    (one, other) => one.open - other.open || one.lastTurn - other.lastTurn || (one.staffId < other.staffId ? -1 : 1),
  );
  return next?.staffId ?? null;
}

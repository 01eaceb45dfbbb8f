import "server-only";
import type { StaffRole } from "@/lib/domain/actor";
import {
  type AssignmentRule,
  type Candidate,
  entersWork,
  fittingRules,
  namedBy,
  takersOf,
  whoseTurn,
} from "@/lib/domain/assignment";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import type { RequestFacts } from "@/lib/domain/request";
import { type Member, membersOf } from "./memberships";
import type { Scope } from "./organisation-scope";
import { oweLetters, oweNobodyThere } from "./owed-letters";
import { openCounts } from "./workload";

export type Given = { to: string; rule: string };
type Turns = Readonly<Record<string, number>>;

/** An organisation's rules as they are asked: in their order, without those that are gone. */
export async function assignmentRules({ tx, organisationId }: Scope): Promise<AssignmentRule[]> {
  const rows = await tx.assignmentRule.findMany({
    where: { organisationId, removedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, rights, regimes, languages, relations, places, staffIds, role }) => {
    const conditions = { rights, regimes, languages, relations, places };
    return { id, name, ...conditions, staffIds, role: role as StaffRole | null };
  });
}

/**
 * Finds out whose a request becomes by an event, and owes the letters of that event: they are told of it, and nobody else.
 * Where everybody whom a rule names is away and nobody covers, it stays nobody's, and the DPO is told.
 */
export async function assignAndTell(
  scope: Scope,
  { id, facts }: { id: string; facts: RequestFacts },
  recorded: RecordedEvent,
  before: RequestFacts | null,
): Promise<Given | null> {
  const asked = entersWork(before, facts) ? await assignmentFor(scope, facts, recorded.day) : null;
  const given = asked?.given ?? null;
  const told = given ? { ...facts, assignedTo: given.to } : facts;
  await oweLetters(scope, { id, facts: told }, recorded, before?.state ?? null);
  if (asked?.allAway) await oweNobodyThere(scope, { id, facts }, recorded);
  return given;
}

/**
 * Whose the request becomes, by the first fitting rule that has somebody there; null where none does, `allAway` where that
 * is for their being away. The rule's row is locked until the end of the transaction: two requests at once get two
 * different people, and other rules wait for nobody.
 */
async function assignmentFor(
  scope: Scope,
  facts: RequestFacts,
  day: CalendarDate,
): Promise<{ given: Given | null; allAway: boolean }> {
  const rules = fittingRules(await assignmentRules(scope), facts);
  if (rules.length === 0) return { given: null, allAway: false };
  const members = await membersOf(scope);
  for (const rule of rules) {
    const people = takersOf(rule, members, day);
    if (people.length > 0) return { given: await nextOf(scope, rule.id, people), allAway: false };
  }
  return { given: null, allAway: rules.some((rule) => namedBy(rule, members).length > 0) };
}

async function nextOf(scope: Scope, rule: string, people: readonly Member[]): Promise<Given | null> {
  const { tx } = scope;
  const [held] = await tx.$queryRaw<{ turn: number; turns: Turns }[]>`
    select turn, turns from assignment_rule where id = ${rule}::uuid for update`;
  if (!held) return null;
  const counted = await openCounts(
    scope,
    people.map(({ id }) => id),
  );
  const candidates = counted.map(({ staffId, open }): Candidate => {
    return { staffId, open, lastTurn: held.turns[staffId] ?? 0 };
  });
  const to = whoseTurn(candidates);
  if (to === null) return null;
  const turn = held.turn + 1;
  await tx.assignmentRule.update({ where: { id: rule }, data: { turn, turns: { ...held.turns, [to]: turn } } });
  return { to, rule };
}

import "server-only";
import type { StaffRole } from "@/lib/domain/actor";
import { type AssignmentRule, type Candidate, fittingRules, whoseTurn } from "@/lib/domain/assignment";
import type { RequestFacts } from "@/lib/domain/request";
import { type Member, membersOf } from "./memberships";
import type { Scope } from "./organisation-scope";

export type Given = { to: string; rule: string };
type Turns = Readonly<Record<string, number>>;

/** An organisation's rules as they are asked: in their order, without those that are gone. */
export async function assignmentRules({ tx, organisationId }: Scope): Promise<AssignmentRule[]> {
  const rows = await tx.assignmentRule.findMany({
    where: { organisationId, removedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, name, rights, regimes, languages, relations, staffIds, role }) => {
    return { id, name, rights, regimes, languages, relations, staffIds, role: role as StaffRole | null };
  });
}

/** Whom a rule may give to: members who can work a request and whose account is open. Whoever left is not among them. */
export function peopleOf({ staffIds, role }: AssignmentRule, members: readonly Member[]): readonly Member[] {
  const there = members.filter(({ disabled, roles }) => !disabled && roles.some((held) => held !== "auditor"));
  if (staffIds.length > 0) return there.filter(({ id }) => staffIds.includes(id));
  return there.filter(({ roles }) => role !== null && roles.includes(role));
}

/**
 * Whose the request becomes, by the first fitting rule that has somebody there; null where none does. The rule's row is
 * locked until the end of the transaction: two requests at once get two different people, and other rules wait for nobody.
 */
export async function assignmentFor(scope: Scope, facts: RequestFacts): Promise<Given | null> {
  const rules = fittingRules(await assignmentRules(scope), facts);
  if (rules.length === 0) return null;
  const members = await membersOf(scope);
  for (const rule of rules) {
    const people = peopleOf(rule, members);
    if (people.length > 0) return nextOf(scope, rule.id, people);
  }
  return null;
}

async function nextOf({ tx, organisationId }: Scope, rule: string, people: readonly Member[]): Promise<Given | null> {
  const [held] = await tx.$queryRaw<{ turn: number; turns: Turns }[]>`
    select turn, turns from assignment_rule where id = ${rule}::uuid for update`;
  if (!held) return null;
  const ids = people.map(({ id }) => id);
  // Counted to a thousand each: beyond that nobody is the one with the fewest.
  const counted = await tx.$queryRaw<{ staffId: string; open: number }[]>`
    select one.id::text as "staffId", (
      select count(*)::int from (
        select 1 from privacy_request r where r.organisation_id = ${organisationId}::uuid and r.assigned_to = one.id
          and r.state in ('open', 'in_progress', 'waiting_for_person', 'answer_prepared') limit 1000
      ) counted
    ) as "open" from unnest(${ids}::uuid[]) as one(id)`;
  const candidates = counted.map(({ staffId, open }): Candidate => {
    return { staffId, open, lastTurn: held.turns[staffId] ?? 0 };
  });
  const to = whoseTurn(candidates);
  if (to === null) return null;
  const turn = held.turn + 1;
  await tx.assignmentRule.update({ where: { id: rule }, data: { turn, turns: { ...held.turns, [to]: turn } } });
  return { to, rule };
}

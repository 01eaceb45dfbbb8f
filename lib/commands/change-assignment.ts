import "server-only";
import { randomUUID } from "node:crypto";
import { assignmentRules } from "@/lib/db/assignment";
import { appendOrganisationEvent, type OrganisationEvent } from "@/lib/db/event-store";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import type { AssignmentRule } from "@/lib/domain/assignment";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { mayChangeSettings } from "@/lib/domain/settings-change";

export type NewRule = Omit<AssignmentRule, "id">;

/** More rules than these nobody reads in order any more. */
const mostRules = 50;

type Change = (scope: Scope, rules: readonly AssignmentRule[]) => Promise<OrganisationEvent | Refused>;

/** Adds a rule behind the others. Requests that somebody has already stay theirs. */
export function addAssignmentRule(
  actor: StaffActor,
  { organisation, rule }: { organisation: Organisation; rule: NewRule },
  now: Date,
): Promise<{ ok: true } | Refused> {
  return change(actor, organisation, now, async (scope, rules) => {
    const members = await membersOf(scope);
    const strangers = rule.staffIds.some((id) => !members.some((member) => member.id === id));
    if (strangers) return refuse("not_found");
    if (rules.length >= mostRules) return refuse("too_many");
    const id = randomUUID();
    const { organisationId, tx } = scope;
    const lists = { rights: [...rule.rights], regimes: [...rule.regimes], languages: [...rule.languages] };
    await tx.assignmentRule.create({
      data: {
        ...lists,
        id,
        organisationId,
        place: await behindAll(scope),
        name: rule.name,
        relations: [...rule.relations],
        places: [...rule.places],
        staffIds: [...rule.staffIds],
        role: rule.role,
      },
    });
    return { type: "AssignmentRuleAdded", rule: id };
  });
}

/** `remove`: it is asked no more and keeps its name in the record. `first`: it is asked before all others. */
export function changeAssignmentRule(
  actor: StaffActor,
  { organisation, rule: id, to }: { organisation: Organisation; rule: string; to: "remove" | "first" },
  now: Date,
): Promise<{ ok: true } | Refused> {
  return change(actor, organisation, now, async ({ tx }, rules) => {
    if (!rules.some((rule) => rule.id === id)) return refuse("not_found");
    if (to === "remove") {
      await tx.assignmentRule.update({ where: { id }, data: { removedAt: now } });
      return { type: "AssignmentRuleRemoved", rule: id };
    }
    const { _min } = await tx.assignmentRule.aggregate({ _min: { place: true } });
    await tx.assignmentRule.update({ where: { id }, data: { place: (_min.place ?? 0) - 1 } });
    return { type: "AssignmentRuleMovedFirst", rule: id };
  });
}

async function behindAll({ tx }: Scope): Promise<number> {
  const { _max } = await tx.assignmentRule.aggregate({ _max: { place: true } });
  return (_max.place ?? 0) + 1;
}

async function change(
  actor: StaffActor,
  organisation: Organisation,
  now: Date,
  make: Change,
): Promise<{ ok: true } | Refused> {
  if (actor.organisationId !== organisation.id || !mayChangeSettings(actor.roles)) return refuse("not_found");
  return inOrganisation(organisation.id, async (scope) => {
    const made = await make(scope, await assignmentRules(scope));
    if ("refusal" in made && made.ok === false) return made as Refused;
    await appendOrganisationEvent(scope, {
      event: made as OrganisationEvent,
      actor,
      at: now,
      day: todayAt(organisation, now),
    });
    return { ok: true };
  });
}

import "server-only";
import { assignmentRules, peopleOf } from "@/lib/db/assignment";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { AssignmentRule } from "@/lib/domain/assignment";
import { mayChangeSettings } from "@/lib/domain/settings-change";
import { staffNames } from "./staff-names";

export type RuleLine = AssignmentRule & {
  /** Whom it may give to now. Nobody: it is passed over. */
  people: readonly { id: string; name: string }[];
  /** Named by the rule, and not there any more. */
  left: readonly string[];
};
export type AssignmentView = { rules: readonly RuleLine[]; members: readonly { id: string; name: string }[] };

/** The rules by which requests are given out, in their order; null for whoever may not change settings. */
export async function assignmentView(actor: StaffActor): Promise<AssignmentView | null> {
  if (!mayChangeSettings(actor.roles)) return null;
  return inOrganisation(actor.organisationId, async (scope) => {
    const [rules, members] = [await assignmentRules(scope), await membersOf(scope)];
    const names = await staffNames(
      scope,
      rules.flatMap(({ staffIds }) => staffIds),
    );
    const plain = ({ id, name }: { id: string; name: string }) => ({ id, name });
    return {
      members: members
        .filter(({ disabled, roles }) => !disabled && roles.some((role) => role !== "auditor"))
        .map(plain),
      rules: rules.map((rule) => {
        const people = peopleOf(rule, members).map(plain);
        const gone = rule.staffIds.filter((id) => !people.some((one) => one.id === id));
        return { ...rule, people, left: gone.map((id) => names.get(id) ?? "somebody") };
      }),
    };
  });
}

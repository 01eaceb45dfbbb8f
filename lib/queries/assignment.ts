import "server-only";
import { assignmentRules } from "@/lib/db/assignment";
import { membersOf } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { type AssignmentRule, namedBy, takersOf } from "@/lib/domain/assignment";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { canWork, isAway } from "@/lib/domain/cover";
import { mayChangeSettings } from "@/lib/domain/settings-change";
import { absenceLine, type MemberAway } from "./absences";
import { staffNames } from "./staff-names";

export type RuleLine = AssignmentRule & {
  /** Whom it may give to today. Nobody: it is passed over. */
  people: readonly { id: string; name: string }[];
  /** Named by the rule, and away today. */
  away: readonly MemberAway[];
  /** Named by the rule, and not there any more. */
  left: readonly string[];
};
export type AssignmentView = { rules: readonly RuleLine[]; members: readonly { id: string; name: string }[] };

/** The rules by which requests are given out, in their order; null for whoever may not change settings. */
export async function assignmentView(actor: StaffActor, today: CalendarDate): Promise<AssignmentView | null> {
  if (!mayChangeSettings(actor.roles)) return null;
  return inOrganisation(actor.organisationId, async (scope) => {
    const [rules, members] = [await assignmentRules(scope), await membersOf(scope)];
    const names = await staffNames(
      scope,
      rules.flatMap(({ staffIds }) => staffIds),
    );
    const plain = ({ id, name }: { id: string; name: string }) => ({ id, name });
    return {
      members: members.filter(canWork).map(plain),
      rules: rules.map((rule) => {
        const named = namedBy(rule, members);
        const gone = rule.staffIds.filter((id) => !named.some((one) => one.id === id));
        return {
          ...rule,
          people: takersOf(rule, members, today).map(plain),
          away: named
            .filter(({ away }) => isAway(away, today))
            .map((one) => ({ ...plain(one), away: absenceLine(one, members, today) })),
          left: gone.map((id) => names.get(id) ?? "somebody"),
        };
      }),
    };
  });
}

import "server-only";
import { randomUUID } from "node:crypto";
import { judgesOfEach } from "@/lib/db/answer-judges";
import { type DueRow, holdDueRows, saveDueRows, type Told } from "@/lib/db/due-notice-rows";
import { appendEvents, linkAfter } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweGathered } from "@/lib/db/owed-letters";
import { todayAt } from "@/lib/db/request-store";
import { rolesOf, type SystemActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { contestNoticesOwed } from "@/lib/domain/contest-notices";
import { noticeOwed, type ReminderPolicy, reminderPolicy } from "@/lib/domain/due-notices";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";

const steps = ["warn", "escalate", "warn_contest", "escalate_contest"] as const;

/**
 * Takes the steps `warn` and `escalate`, and the two about contests, for many requests at once: the same events, columns and letters as `takeStep` writes
 * for one, in one transaction with a few statements. Decided from the columns, which are the fold of the record (054). What
 * somebody else is changing right now is left out. Returns how many notices were written.
 *
 * None of these steps changes a figure, so nothing is projected here.
 */
export async function noticeDue(
  actor: SystemActor,
  { organisation, ids }: { organisation: Organisation; ids: readonly string[] },
  now: Date,
): Promise<{ ok: true; noticed: number } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const roles = rolesOf(actor);
  if (!steps.every((step) => mayTake(step, roles))) return refuse("not_your_role");
  const day = todayAt(organisation, now);
  const policy = reminderPolicy(organisation.profile);
  return inOrganisation(organisation.id, async (scope) => {
    const rows = await holdDueRows(scope, ids, day);
    const told = rows
      .map((row) => ({ row, ...owedTo(row, policy, day) }))
      .map((owed) => {
        const links: Link[] = [];
        let end = { seq: owed.row.version, hash: owed.row.head };
        for (const event of owed.events) {
          const chain = { chainId: owed.row.id, requestId: owed.row.id, end };
          const link = linkAfter(scope, chain, { id: randomUUID(), event, actor, at: now, day });
          links.push(link);
          end = { seq: link.seq, hash: link.hash };
        }
        return { ...owed, links, version: end.seq, head: end.hash };
      });
    await saveDueRows(scope, told satisfies readonly Told[], organisation);
    const links = told.flatMap((one) => one.links);
    await appendEvents(scope, links);
    const contested = told.filter(({ about }) => about.length > 0).map(({ row }) => row.id);
    const judges = await judgesOfEach(scope, contested);
    const happened = told.flatMap(({ row, events }) =>
      events.map((event) => ({
        ...{ requestId: row.id, assignedTo: row.assignedTo, judges: judges.get(row.id) ?? [] },
        ...{ state: row.standing.state, event },
      })),
    );
    await oweGathered(scope, happened, { at: now, day });
    return { ok: true, noticed: links.length };
  });
}

type Link = ReturnType<typeof linkAfter>;

function owedTo(row: DueRow, policy: ReminderPolicy, day: CalendarDate) {
  const answer = noticeOwed(row.standing, policy, day);
  const about = contestNoticesOwed(row.contests, policy, day);
  return { answer, about, events: [...(answer ? [answer] : []), ...about] };
}

import "server-only";
import { randomUUID } from "node:crypto";
import { type DueRow, holdDueRows, saveDueRows } from "@/lib/db/due-notice-rows";
import { appendEvents, linkAfter } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweGathered } from "@/lib/db/owed-letters";
import { todayAt } from "@/lib/db/request-store";
import { rolesOf, type SystemActor } from "@/lib/domain/actor";
import { noticeOwed, reminderPolicy } from "@/lib/domain/due-notices";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";

/**
 * Takes the steps `warn` and `escalate` for many requests at once: the same events, columns and letters as `takeStep` writes
 * for one, in one transaction with a few statements. Decided from the columns, which are the fold of the record (054). What
 * somebody else is changing right now is left out. Returns how many were told of.
 *
 * Neither step changes a figure, so nothing is projected here.
 */
export async function noticeDue(
  actor: SystemActor,
  { organisation, ids }: { organisation: Organisation; ids: readonly string[] },
  now: Date,
): Promise<{ ok: true; noticed: number } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const roles = rolesOf(actor);
  if (!mayTake("warn", roles) || !mayTake("escalate", roles)) return refuse("not_your_role");
  const day = todayAt(organisation, now);
  const policy = reminderPolicy(organisation.profile);
  return inOrganisation(organisation.id, async (scope) => {
    const rows = await holdDueRows(scope, ids, day);
    const told = rows.map((row) => {
      const event = noticeOwed(row.standing, policy, day);
      if (event === null) return { row, event, version: row.version, head: row.head, link: null };
      const chain = { chainId: row.id, requestId: row.id, end: { seq: row.version, hash: row.head } };
      const link = linkAfter(scope, chain, { id: randomUUID(), event, actor, at: now, day });
      return { row, event, version: link.seq, head: link.hash, link };
    });
    const noticed = told.flatMap(({ row, event, link }) => (event && link ? [{ row, event, link }] : []));
    await saveDueRows(scope, told, organisation);
    await appendEvents(
      scope,
      noticed.map(({ link }) => link),
    );
    await oweGathered(scope, noticed.map(ownerAndEvent), { at: now, day });
    return { ok: true, noticed: noticed.length };
  });
}

function ownerAndEvent<Event>({ row, event }: { row: DueRow; event: Event }) {
  return { assignedTo: row.assignedTo, state: row.standing.state, event };
}

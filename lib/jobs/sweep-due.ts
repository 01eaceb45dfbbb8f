import "server-only";
import { noticeDue } from "@/lib/commands/notice-due";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { type DuePlace, dueCandidates } from "@/lib/db/sweep-candidates";
import type { SystemActor } from "@/lib/domain/actor";
import { logFault } from "@/lib/log";

// Large enough that the statements are few, small enough that nobody waits long for a request that is held.
const pageSize = 1000;

/** Reminders and escalations that are owed to staff of this organisation. Returns how many requests were told of. */
export async function sweepDue(organisation: Organisation, now: Date): Promise<number> {
  const actor: SystemActor = { kind: "system", organisationId: organisation.id, task: "sweep" };
  const today = todayAt(organisation, now);
  let noticed = 0;
  for (let after: DuePlace | null = null; ; ) {
    const page: DuePlace[] = await inOrganisation(organisation.id, (scope) =>
      dueCandidates(scope, { today, after, size: pageSize }),
    );
    noticed += await noticeAll(
      actor,
      organisation,
      page.map(({ id }) => id),
      now,
    );
    after = page.at(-1) ?? null;
    if (page.length < pageSize) return noticed;
  }
}

/** All of them, or, where that fails, each half by itself: one request that cannot be told of does not silence the others. */
async function noticeAll(
  actor: SystemActor,
  organisation: Organisation,
  ids: readonly string[],
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  try {
    const told = await noticeDue(actor, { organisation, ids }, now);
    return told.ok ? told.noticed : 0;
  } catch (fault) {
    if (ids.length === 1) {
      const organisationId = organisation.id;
      logFault("one of many could not be done", fault, { task: "sweep", requestId: ids.join(), organisationId });
      return 0;
    }
  }
  const half = Math.ceil(ids.length / 2);
  const first = await noticeAll(actor, organisation, ids.slice(0, half), now);
  return first + (await noticeAll(actor, organisation, ids.slice(half), now));
}

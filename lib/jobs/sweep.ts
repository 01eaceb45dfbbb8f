import "server-only";
import { releaseHeldLetters } from "@/lib/commands/release-held-letters";
import { requeueLostLetters } from "@/lib/commands/requeue-lost-letters";
import { takeStep } from "@/lib/commands/take-step";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { sweepCandidates, type TimedStep } from "@/lib/db/sweep-candidates";
import type { SystemActor } from "@/lib/domain/actor";
import { logFault } from "@/lib/log";

const pageSize = 200;

// Ends first, so that nobody is reminded of what closes the same night; then the letters to staff.
const timedSteps: readonly TimedStep[] = ["lapse", "remind", "escalate", "warn"];

/** What time does to requests, for every organisation. Returns how many steps were taken. */
export async function sweep(desk: { smtpUrl: string | undefined }, now: Date): Promise<number> {
  let taken = 0;
  for (const organisation of await listOrganisations()) {
    for (const step of timedSteps) taken += await sweepStep(organisation, step, now);
    await requeueLostLetters(systemOf(organisation), now);
    if (desk.smtpUrl) await releaseHeldLetters(systemOf(organisation));
  }
  return taken;
}

/** One step for every request that is due for it. One request that cannot take it does not stop the others. */
async function sweepStep(organisation: Organisation, step: TimedStep, now: Date): Promise<number> {
  const actor = systemOf(organisation);
  const policy = organisation.profile;
  const today = todayAt(organisation, now);
  let taken = 0;
  let after: string | null = null;
  for (;;) {
    const page = { step, policy, today, after, size: pageSize };
    const ids: string[] = await inOrganisation(organisation.id, (scope) => sweepCandidates(scope, page));
    for (const id of ids) {
      try {
        const result = await takeStep(actor, { organisation, request: { id }, change: { step } }, now);
        if (result.ok) taken += 1;
      } catch (fault) {
        logFault("a timed step failed", fault, { task: "sweep", requestId: id, organisationId: organisation.id });
      }
    }
    after = ids.at(-1) ?? null;
    if (ids.length < pageSize) return taken;
  }
}

function systemOf(organisation: Organisation): SystemActor {
  return { kind: "system", organisationId: organisation.id, task: "sweep" };
}

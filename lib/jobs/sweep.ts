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
import { eachCandidate } from "./each-candidate";
import { remindOwners } from "./remind-owners";
import { sweepDue } from "./sweep-due";

// Ends first, so that nobody is reminded of what closes the same night; then the letters to staff.
const timedSteps: readonly TimedStep[] = ["lapse", "lapse_unproven", "begin_erasure", "remind", "remind_proof"];

/** What time does to requests, for every organisation. Returns how many steps were taken. */
export async function sweep(desk: { smtpUrl: string | undefined }, now: Date): Promise<number> {
  let taken = 0;
  for (const organisation of await listOrganisations()) {
    for (const step of timedSteps) taken += await sweepStep(organisation, step, now);
    try {
      taken += await sweepDue(organisation, now);
    } catch (fault) {
      logFault("staff could not be told of dates", fault, { task: "sweep", organisationId: organisation.id });
    }
    try {
      taken += await remindOwners(organisation, now);
    } catch (fault) {
      logFault("owners could not be reminded", fault, { task: "sweep", organisationId: organisation.id });
    }
    try {
      await requeueLostLetters(systemOf(organisation), now);
      if (desk.smtpUrl) await releaseHeldLetters(systemOf(organisation));
    } catch (fault) {
      // The next organisation's requests are due all the same.
      logFault("letters could not be looked after", fault, { task: "sweep", organisationId: organisation.id });
    }
  }
  return taken;
}

/** One step for every request that is due for it. */
async function sweepStep(organisation: Organisation, step: TimedStep, now: Date): Promise<number> {
  const { id: organisationId, profile: policy } = organisation;
  const actor = systemOf(organisation);
  const today = todayAt(organisation, now);
  return eachCandidate(
    { name: "sweep", organisationId, of: "requestId" },
    (page) => inOrganisation(organisationId, (scope) => sweepCandidates(scope, { step, policy, today, ...page })),
    async (id) => (await takeStep(actor, { organisation, request: { id }, change: { step } }, now)).ok,
  );
}

function systemOf(organisation: Organisation): SystemActor {
  return { kind: "system", organisationId: organisation.id, task: "sweep" };
}

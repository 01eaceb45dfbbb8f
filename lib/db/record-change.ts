import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { mostUrgent } from "@/lib/domain/contest-clock";
import { contestStandings } from "@/lib/domain/contest-notices";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import type { State } from "@/lib/domain/lifecycle";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { applyEvent, type RequestFacts } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import { proofStanding } from "@/lib/domain/request-proofs";
import { erasesFrom } from "@/lib/domain/systems/erasure-effects";
import { systemsWaitedFor, waitedForSince } from "@/lib/domain/systems/task";
import { Prisma } from "@/lib/generated/prisma/client";
import { assignAndTell, type Given } from "./assignment";
import { noticeColumns } from "./due-notice-rows";
import { appendEvent, chainStart } from "./event-store";
import { recordFigures, recordHistory } from "./figure-entries";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";
import { type StoredRequest, todayAt } from "./request-store";
import { writeTasks } from "./tasks";

/** Thrown when another writer came first; the command answers `changed_meanwhile`. */
export class ChangedMeanwhile extends Error {}

/**
 * One change, whole or not at all: the event, the columns that fold from it, the letters it owes and their jobs.
 * Returns the request as it is now.
 */
export async function recordChange(
  scope: Scope,
  stored: StoredRequest,
  change: { event: DomainEvent; actor: Actor },
  now: Date,
): Promise<StoredRequest & { recorded: RecordedEvent }> {
  const { event, actor } = change;
  const day = todayAt(stored.organisation, now);
  // The row was read before its chain, and somebody may have written in between: the chain is what facts were folded from.
  const end = stored.chain.at(-1) ?? chainStart;
  const facts = applyEvent(stored.facts, { event, day, actorId: actor.kind === "staff" ? actor.staffId : null });
  const columns = { version: facts.version, ...columnsOf(facts, stored.organisation), counted: true };
  const { dueOn, counted } = await rowBehind(scope, stored);
  // The version is taken before the event is written: of two racers the second waits here and then finds nothing to save.
  const { count } = await scope.tx.privacyRequest.updateMany({
    where: { id: stored.id, version: stored.facts.version, counted },
    data: columns,
  });
  if (count !== 1) throw new ChangedMeanwhile();
  const recorded = await appendEvent(
    scope,
    { chainId: stored.id, requestId: stored.id, end },
    { event, actor, at: now, day },
  );
  const row = await scope.tx.privacyRequest.update({ where: { id: stored.id }, data: { head: recorded.hash } });
  const chain = [...stored.chain, recorded];
  await writeTasks(scope, stored, { tasks: facts.tasks, at: now });
  const after = { facts, dueOn: columns.dueOn && dayFromRow(columns.dueOn) };
  if (counted) {
    const before = { facts: stored.facts, dueOn: dueOn && dayFromRow(dueOn) };
    await recordFigures(scope, { requestId: stored.id, before, after, day });
  } else {
    const { id: requestId, organisation } = stored;
    await recordHistory(scope, { requestId, chain, organisation, dueOn: after.dueOn });
  }
  const given = await assignAndTell(scope, { id: stored.id, facts }, recorded, stored.facts);
  const asIs = { ...stored, row, facts, chain };
  return given ? { ...(await recordAssignment(scope, asIs, given, now)), recorded } : { ...asIs, recorded };
}

/** A rule gave the request to somebody: an event of its own, signed by the system, that names the rule. */
export async function recordAssignment(
  scope: Scope,
  stored: StoredRequest,
  given: Given,
  now: Date,
): Promise<StoredRequest> {
  const actor = { kind: "system", organisationId: scope.organisationId, task: "assign" } as const;
  const { recorded: _, ...after } = await recordChange(
    scope,
    stored,
    { event: { type: "RequestAssigned", ...given }, actor },
    now,
  );
  return after;
}

// What the figures hold of it is what the row says at the version that the chain was folded to. Who loses the race for that
// version read something else, and saves nothing.
async function rowBehind({ tx }: Scope, { id, row, facts }: StoredRequest) {
  if (row.version === facts.version) return row;
  return tx.privacyRequest.findUniqueOrThrow({ where: { id }, select: { dueOn: true, counted: true } });
}

/** What the queue sorts and filters by: always the fold, never set by hand. */
export function columnsOf(facts: RequestFacts, organisation: Organisation) {
  const { clocks, workTo, dueOn, contests } = requestClock(facts, clockSettingsOf(organisation, facts));
  const contest = mostUrgent(contests);
  const waits = waitedForSince(facts);
  const eraseFrom = erasesFrom(facts);
  const standings = contestStandings(contests);
  const acknowledge = clocks.flatMap(({ acknowledgeBy }) => acknowledgeBy ?? []).sort()[0];
  return {
    state: facts.state satisfies State,
    assignedTo: facts.assignedTo,
    clockSettings: facts.clockSettings,
    proven: proofStanding(facts),
    dueOn: dueOn ? dayToRow(dueOn) : null,
    safeOn: workTo.safeOn ? dayToRow(workTo.safeOn) : null,
    acknowledgeBy: acknowledge ? dayToRow(acknowledge) : null,
    closedOn: facts.closedOn ? dayToRow(facts.closedOn) : null,
    snoozedUntil: facts.snooze ? dayToRow(facts.snooze.until) : null,
    waitsFor: [...systemsWaitedFor(facts)],
    waitsSince: waits && dayToRow(waits),
    eraseFrom: eraseFrom ? dayToRow(eraseFrom) : null,
    contest: contest?.contest.kind ?? null,
    contestDueOn: contest?.workOn ? dayToRow(contest.workOn) : null,
    contestStanding: standings.length > 0 ? standings.map((standing) => ({ ...standing })) : Prisma.DbNull,
    ...noticeColumns({ ...facts, dueOn }, standings, organisation),
  };
}

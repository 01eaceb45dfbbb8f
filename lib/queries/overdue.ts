import "server-only";
import { dayToRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordedFromRow } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, daysBetween, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import { liveStates, type State } from "@/lib/domain/lifecycle";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { firstState, foldRequest, type RequestFacts } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import { isUnproven } from "@/lib/domain/request-proofs";
import type { Right } from "@/lib/domain/right";
import { staffNames } from "./staff-names";

export type LateRow = {
  reference: string;
  rights: readonly Right[];
  country: string;
  region: string | null;
  state: State;
  dueOn: CalendarDate;
  daysLate: number;
  extended: boolean;
  /** Since when it has been as it is. */
  since: CalendarDate;
  lastWord: { on: CalendarDate; event: RecordedEvent["event"]["type"] } | null;
  proofMissing: boolean;
  owner: string | null;
};

/** One month of receipts. `late`: answered late, or still owed and past its date. */
export type Cohort = { month: string; onTime: number; late: number; open: number; ended: number };

export type OverdueReport = {
  asOf: CalendarDate;
  open: number;
  /** Due within the organisation's own number of days. */
  dueSoon: number;
  soonDays: number;
  overdue: number;
  overdueAfterExtension: number;
  /** The most days late first. */
  late: readonly LateRow[];
  /** Twelve months, oldest first. */
  cohorts: readonly Cohort[];
};

const owed: ReadonlySet<State> = new Set(liveStates);
const batchSize = 500;

/**
 * The overdue report as of any day: every request's events up to that day are folded, so the same day gives the same
 * numbers whenever it is asked. Requests whose address was not confirmed are not in it, nor, before the day on which it
 * was written down, a letter that came earlier.
 */
export async function overdueReport(
  actor: StaffActor,
  input: { organisation: Organisation; asOf: CalendarDate },
): Promise<OverdueReport> {
  const { organisation, asOf } = input;
  if (actor.organisationId !== organisation.id) throw new Error("a report is read in its own organisation");
  const soonDays = organisation.profile.dueSoonDays;
  const firstMonth = `${plusMonths(asOf, -11).slice(0, 7)}-01` as CalendarDate;
  const tally = emptyTally(firstMonth);
  const late: LateRow[] = [];
  for await (const { reference, chain } of chainsUpTo(organisation.id, asOf, firstMonth)) {
    const facts = foldRequest(chain);
    const { dueOn } = requestClock(facts, clockSettingsOf(organisation, facts));
    countIn(tally, facts, { dueOn, asOf, soonDays });
    if (owed.has(facts.state) && dueOn && dueOn < asOf) late.push(lateRow(reference, { facts, chain, dueOn, asOf }));
  }
  const owners = late.flatMap(({ owner }) => owner ?? []);
  const names = await inOrganisation(organisation.id, (scope) => staffNames(scope, owners));
  const named = late.map((row) => ({
    ...row,
    owner: row.owner ? (names.get(row.owner) ?? "somebody who left") : null,
  }));
  return {
    asOf,
    open: tally.open,
    dueSoon: tally.dueSoon,
    soonDays,
    overdue: late.length,
    overdueAfterExtension: late.filter(({ extended }) => extended).length,
    late: named.sort((left, right) => right.daysLate - left.daysLate || (left.reference < right.reference ? -1 : 1)),
    cohorts: [...tally.cohorts.values()],
  };
}

type Chain = { reference: string; chain: readonly RecordedEvent[] };

// In batches by id, each its own transaction: the history never stands in memory at once, and no lock is held while
// clocks are counted. Events up to a day that is over do not change, so the batches fit together.
async function* chainsUpTo(organisationId: string, asOf: CalendarDate, since: CalendarDate): AsyncGenerator<Chain> {
  const [until, from] = [dayToRow(asOf), dayToRow(since)];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const start = after;
    const rows = await inOrganisation(organisationId, ({ tx }) =>
      tx.privacyRequest.findMany({
        where: {
          id: { gt: start },
          receivedOn: { lte: until },
          OR: [{ receivedOn: { gte: from } }, { closedOn: null }, { closedOn: { gt: until } }],
        },
        orderBy: { id: "asc" },
        take: batchSize,
        select: { id: true, reference: true, events: { where: { day: { lte: until } }, orderBy: { seq: "asc" } } },
      }),
    );
    for (const { reference, events } of rows) {
      // A letter that staff wrote down later is received by then, but nothing was recorded of it yet.
      if (events.length > 0) yield { reference, chain: events.map(recordedFromRow) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.id;
  }
}

type Tally = { open: number; dueSoon: number; cohorts: Map<string, Cohort> };

function emptyTally(firstMonth: CalendarDate): Tally {
  const months = Array.from({ length: 12 }, (_, count) => plusMonths(firstMonth, count).slice(0, 7));
  return {
    open: 0,
    dueSoon: 0,
    cohorts: new Map(months.map((month) => [month, { month, onTime: 0, late: 0, open: 0, ended: 0 }])),
  };
}

function countIn(
  tally: Tally,
  facts: RequestFacts,
  { dueOn, asOf, soonDays }: { dueOn: CalendarDate | null; asOf: CalendarDate; soonDays: number },
): void {
  const isOwed = owed.has(facts.state);
  const isLate = dueOn !== null && dueOn < asOf;
  if (isOwed) tally.open += 1;
  if (isOwed && dueOn && !isLate && dueOn <= plusDays(asOf, soonDays)) tally.dueSoon += 1;
  const cohort = tally.cohorts.get(facts.receivedOn.slice(0, 7));
  if (!cohort || isUnconfirmed(facts)) return;
  if (facts.answeredOn) cohort[dueOn !== null && facts.answeredOn > dueOn ? "late" : "onTime"] += 1;
  else if (!isOwed) cohort.ended += 1;
  else cohort[isLate ? "late" : "open"] += 1;
}

/** Needed a confirmed address and never had one, whether it still waits, lapsed or was withdrawn. */
function isUnconfirmed({ received, confirmedOn }: RequestFacts): boolean {
  return firstState(received) === "unconfirmed" && confirmedOn === null;
}

const toThePerson: ReadonlySet<string> = new Set([
  "MessageSent",
  "ProofAsked",
  "ProofRejected",
  "ClarificationAsked",
  "DeadlineExtended",
]);
const moves: ReadonlySet<string> = new Set([
  "RequestReceived",
  "ContactConfirmed",
  "WorkBegun",
  "ProofAsked",
  "ProofAccepted",
  "ClarificationAsked",
  "MessageReceived",
  "WorkResumed",
  "AnswerPrepared",
  "AnswerReturned",
]);

function lateRow(
  reference: string,
  of: { facts: RequestFacts; chain: readonly RecordedEvent[]; dueOn: CalendarDate; asOf: CalendarDate },
): LateRow {
  const { facts, chain, dueOn, asOf } = of;
  const last = (kinds: ReadonlySet<string>) => chain.findLast(({ event }) => kinds.has(event.type));
  const word = last(toThePerson);
  return {
    reference,
    rights: facts.rights.map(({ right }) => right),
    country: facts.received.country,
    region: facts.received.region,
    state: facts.state,
    dueOn,
    daysLate: daysBetween(dueOn, asOf),
    extended: facts.extension !== null,
    since: last(moves)?.day ?? facts.receivedOn,
    lastWord: word ? { on: word.day, event: word.event.type } : null,
    proofMissing: isUnproven(facts),
    owner: facts.assignedTo,
  };
}

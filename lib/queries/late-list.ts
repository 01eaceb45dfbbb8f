import "server-only";
import { dayToRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import { type LatePlace, lateStandings } from "@/lib/db/owed-standings";
import { recordedFromRow } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, daysBetween } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import type { State } from "@/lib/domain/lifecycle";
import { foldRequest } from "@/lib/domain/request";
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
  /** The day that the person was told last, once it was late; null where they still wait for such a word. */
  toldUntil: CalendarDate | null;
  proofMissing: boolean;
  owner: string | null;
};

export type { LatePlace } from "@/lib/db/owed-standings";

export type LatePage = { rows: readonly LateRow[]; next: LatePlace | null };

/**
 * What was late at the end of `asOf`, the most days late first, at most `size` of it after `after`. Found by an index, also
 * for a day that is over; only the requests of the page are folded, so that each row says how it was on that day.
 */
export async function lateAsOf(
  actor: StaffActor,
  input: { asOf: CalendarDate; after: LatePlace | null; size: number },
): Promise<LatePage> {
  const { asOf, size } = input;
  return inOrganisation(actor.organisationId, async (scope) => {
    const found = await lateStandings(scope, input);
    const page = found.slice(0, size);
    const rows = await rowsOf(scope, page, asOf);
    return { rows, next: found.length > size ? (page.at(-1) ?? null) : null };
  });
}

async function rowsOf(scope: Scope, places: readonly LatePlace[], asOf: CalendarDate): Promise<LateRow[]> {
  const found = await scope.tx.privacyRequest.findMany({
    where: { id: { in: places.map(({ id }) => id) } },
    select: { id: true, reference: true },
  });
  // By chain, which has an index; the request's own column has none.
  const events = await scope.tx.event.findMany({
    where: { chainId: { in: found.map(({ id }) => id) }, day: { lte: dayToRow(asOf) } },
    orderBy: [{ chainId: "asc" }, { seq: "asc" }],
  });
  const chains = new Map<string, typeof events>();
  for (const event of events) chains.set(event.chainId, [...(chains.get(event.chainId) ?? []), event]);
  const byId = new Map(found.map((row) => [row.id, { ...row, events: chains.get(row.id) ?? [] }]));
  const rows = places.flatMap(({ id, dueOn }) => {
    const row = byId.get(id);
    return row ? [lateRow(row.reference, { chain: row.events.map(recordedFromRow), dueOn, asOf })] : [];
  });
  const names = await staffNames(
    scope,
    rows.flatMap(({ owner }) => owner ?? []),
  );
  return rows.map((row) => ({ ...row, owner: row.owner && (names.get(row.owner) ?? "somebody who left") }));
}

const toThePerson: ReadonlySet<string> = new Set([
  "MessageSent",
  "ProofAsked",
  "ProofRejected",
  "ClarificationAsked",
  "DeadlineExtended",
  "DelayTold",
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

/** One row of the list, from what was recorded by that day. `owner` is the id of the member of staff. */
export function lateRow(
  reference: string,
  of: { chain: readonly RecordedEvent[]; dueOn: CalendarDate; asOf: CalendarDate },
): LateRow {
  const { chain, dueOn, asOf } = of;
  const facts = foldRequest(chain);
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
    toldUntil: facts.delay?.until ?? null,
    proofMissing: isUnproven(facts),
    owner: facts.assignedTo,
  };
}

import "server-only";
import { dayFromRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { QueueDay } from "@/lib/db/queue-conditions";
import { countStatement, pageStatement, viewCountsStatement } from "@/lib/db/queue-statements";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { ContestStanding } from "@/lib/domain/contest-notices";
import type { DomainEvent } from "@/lib/domain/events";
import type { State } from "@/lib/domain/lifecycle";
import type { QueueCursor, QueueFilter, QueueView } from "@/lib/domain/queue";
import { orderingDay, type QueueDays } from "@/lib/domain/queue-days";
import type { ProofStanding } from "@/lib/domain/request-proofs";
import type { Right } from "@/lib/domain/right";
import type { RiskSignal } from "@/lib/domain/risk-signals";

export type QueueRow = QueueDays & {
  id: string;
  reference: string;
  state: State;
  rights: readonly Right[];
  country: string;
  region: string | null;
  receivedOn: CalendarDate;
  /** Open appeals and complaints with the day that the desk works to, in the order in which they came. */
  contests: readonly Pick<ContestStanding, "kind" | "dueOn">[];
  owner: string | null;
  /** The person's answer is awaited since that day. */
  waitingSince: CalendarDate | null;
  /** A system's answer is awaited since that day. */
  systemsSince: CalendarDate | null;
  /** Which of its rights hold the proof they need. */
  proven: ProofStanding;
  /** What was noticed as odd, in that order. */
  signals: readonly RiskSignal[];
  extended: boolean;
  letterFailed: boolean;
};

/** `total` stops at one more than `countedUpTo`: it says "1,000+" then. */
export type QueuePage = { rows: readonly QueueRow[]; total: number; newer?: QueueCursor; older?: QueueCursor };

export const queuePageSize = 50;

/** One page of the queue, oldest duty first, requests without a date last. Keyset, so that no row is skipped or shown twice. */
export async function queuePage(actor: StaffActor, filter: QueueFilter, day: QueueDay): Promise<QueuePage> {
  return inOrganisation(actor.organisationId, async (scope) => {
    const { rows, more } = await readRows(scope, actor, { filter, day, size: queuePageSize });
    const [counted] = await scope.tx.$queryRaw<{ total: number }[]>(countStatement(actor, filter, day));
    const back = filter.cursor?.side === "before";
    const [first, last] = [rows[0], rows.at(-1)];
    const hasNewer = back ? more : filter.cursor !== undefined;
    const hasOlder = back ? true : more;
    return {
      rows,
      total: counted?.total ?? 0,
      ...(first && hasNewer ? { newer: cursorAt(filter, first, "before") } : {}),
      ...(last && hasOlder ? { older: cursorAt(filter, last, "after") } : {}),
    };
  });
}

/** Rows of a filter from its cursor on, in the order of the queue, with everything a row says. */
export async function readRows(
  scope: Scope,
  actor: StaffActor,
  { filter, day, size }: { filter: QueueFilter; day: QueueDay; size: number },
): Promise<{ rows: readonly QueueRow[]; more: boolean }> {
  const found = await scope.tx.$queryRaw<Found[]>(pageStatement(actor, filter, day, size + 1));
  const kept = found.slice(0, size);
  if (filter.cursor?.side === "before") kept.reverse();
  return { rows: await withParts(scope, kept), more: found.length > size };
}

function cursorAt(filter: QueueFilter, row: QueueRow, side: QueueCursor["side"]): QueueCursor {
  return { side, dueOn: orderingDay(filter, row), id: row.id };
}

/** Where reading of this list goes on behind this row. */
export function cursorAfter(filter: QueueFilter, row: QueueRow): QueueCursor {
  return cursorAt(filter, row, "after");
}

type Found = {
  id: string;
  reference: string;
  state: string;
  country: string;
  region: string | null;
  receivedOn: Date;
  dueOn: Date | null;
  internalOn: Date | null;
  nextDueOn: Date | null;
  contestDueOn: Date | null;
  contests: ContestStanding[] | null;
  assignedTo: string | null;
  proven: string;
  waitsSince: Date | null;
};

const telling = ["DeadlineExtended", "ProofAsked", "ClarificationAsked", "RisksNoted"];

// What hangs on a request is read for the rows of the page only, each by an index. Events are found by their chain.
async function withParts({ tx }: Scope, found: readonly Found[]): Promise<QueueRow[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [rights, letters, events] = [
    await tx.requestRight.findMany({ where: { requestId: { in: ids } }, select: { requestId: true, right: true } }),
    await tx.letter.findMany({
      where: { requestId: { in: ids }, status: "failed", audience: "person" },
      select: { requestId: true },
    }),
    await tx.event.findMany({
      where: { chainId: { in: ids }, type: { in: telling } },
      select: { chainId: true, type: true, day: true, payload: true },
      orderBy: { seq: "desc" },
    }),
  ];
  return found.map((row) => {
    const own = events.filter(({ chainId }) => chainId === row.id);
    const state = row.state as State;
    const asked = own.find(({ type }) => type === "ProofAsked" || type === "ClarificationAsked");
    return {
      id: row.id,
      reference: row.reference,
      state,
      country: row.country,
      region: row.region,
      rights: rights.filter(({ requestId }) => requestId === row.id).map(({ right }) => right as Right),
      receivedOn: dayFromRow(row.receivedOn),
      dueOn: row.dueOn ? dayFromRow(row.dueOn) : null,
      internalOn: row.internalOn ? dayFromRow(row.internalOn) : null,
      nextDueOn: row.nextDueOn ? dayFromRow(row.nextDueOn) : null,
      contestDueOn: row.contestDueOn ? dayFromRow(row.contestDueOn) : null,
      contests: (row.contests ?? []).map(({ kind, dueOn }) => ({ kind, dueOn })),
      owner: row.assignedTo,
      systemsSince: row.waitsSince ? dayFromRow(row.waitsSince) : null,
      waitingSince: state === "waiting_for_person" && asked ? dayFromRow(asked.day) : null,
      proven: row.proven as ProofStanding,
      signals: own.toReversed().flatMap(({ payload }) => signalsIn(payload as DomainEvent)),
      extended: own.some(({ type }) => type === "DeadlineExtended"),
      letterFailed: letters.some(({ requestId }) => requestId === row.id),
    };
  });
}

function signalsIn(event: DomainEvent): readonly RiskSignal[] {
  return event.type === "RisksNoted" ? event.signals : [];
}

export type QueueCounts = Readonly<Record<QueueView, number>>;

/** How many requests each view holds, each counted up to `countedUpTo` and one, so that no view costs more as years pass. */
export async function queueCounts(actor: StaffActor, day: QueueDay): Promise<QueueCounts> {
  const statement = viewCountsStatement(actor, day);
  const [found] = await inOrganisation(actor.organisationId, ({ tx }) => tx.$queryRaw<QueueCounts[]>(statement));
  if (!found) throw new Error("a count always answers");
  return found;
}

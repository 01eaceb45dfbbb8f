import "server-only";
import { dayFromRow, dayToRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { DomainEvent } from "@/lib/domain/events";
import { endedStates, liveStates, owingStates, type State } from "@/lib/domain/lifecycle";
import type { ProofStanding } from "@/lib/domain/request-proofs";
import type { Right } from "@/lib/domain/right";
import type { RiskSignal } from "@/lib/domain/risk-signals";
import type { QueueCursor, QueueFilter, QueueView } from "@/lib/forms/console-queue";
import type { Prisma } from "@/lib/generated/prisma/client";

export type QueueRow = {
  id: string;
  reference: string;
  state: State;
  rights: readonly Right[];
  country: string;
  region: string | null;
  receivedOn: CalendarDate;
  dueOn: CalendarDate | null;
  owner: string | null;
  /** The person's answer is awaited since that day. */
  waitingSince: CalendarDate | null;
  /** Which of its rights hold the proof they need. */
  proven: ProofStanding;
  /** What was noticed as odd, in that order. */
  signals: readonly RiskSignal[];
  extended: boolean;
  letterFailed: boolean;
};

export type QueuePage = { rows: readonly QueueRow[]; total: number; newer?: QueueCursor; older?: QueueCursor };

export const queuePageSize = 50;

// Prisma takes arrays that could be changed.
const openStates = [...liveStates];
const owedStates = [...owingStates];
const doneStates = [...endedStates];
// Once an answer is prepared it is up to the approver, also where it refuses for want of proof.
const checkedStates: State[] = openStates.filter((state) => state !== "answer_prepared");

type Where = Prisma.PrivacyRequestWhereInput;

const unproven: Where = { state: { in: checkedStates }, proven: "none" };

/** The day on which the queue is read, and from how many days before its date a request is due soon there. */
export type QueueDay = { today: CalendarDate; soonDays: number };

/**
 * What a view holds, apart from the filters. What cannot be worked on for want of proof stands apart from the work; a date
 * is everybody's, also where nothing is proven or confirmed: the law's clock runs.
 */
function viewWhere(view: QueueView, actor: StaffActor, { today, soonDays }: QueueDay): Where {
  const work: Where = { state: { in: openStates }, NOT: unproven };
  const owed: Where = { state: { in: owedStates } };
  switch (view) {
    case "open":
      return work;
    case "mine":
      return { ...work, assignedTo: actor.staffId };
    case "new":
      return { ...work, state: "open" };
    case "unproven":
      return unproven;
    case "due":
      return { ...owed, dueOn: { gte: dayToRow(today), lte: dayToRow(plusDays(today, soonDays)) } };
    case "overdue":
      return { ...owed, dueOn: { lt: dayToRow(today) } };
    case "waiting":
      return { state: "waiting_for_person" };
    case "unassigned":
      return { ...work, assignedTo: null };
    case "unconfirmed":
      return { state: "unconfirmed" };
    case "owed":
      return { state: { in: openStates } };
    case "done":
      return { state: { in: doneStates } };
  }
}

function filterWhere(filter: QueueFilter, actor: StaffActor, day: QueueDay): Where {
  const searched = filter.reference ?? filter.email ?? filter.name;
  // A search looks everywhere: who telephones does not know in which view their request stands.
  const parts: Where[] = searched && !filter.view ? [] : [viewWhere(filter.view ?? "open", actor, day)];
  if (filter.state) parts.push({ state: filter.state });
  if (filter.right) parts.push({ rights: { some: { right: filter.right } } });
  if (filter.owner) parts.push({ assignedTo: ownerOf(filter.owner, actor) });
  if (filter.within) parts.push({ dueOn: { lte: dayToRow(plusDays(day.today, Number(filter.within))) } });
  if (filter.reference) parts.push({ reference: filter.reference });
  if (filter.email) parts.push({ emailIndex: filter.email });
  if (filter.name) parts.push({ nameIndex: filter.name });
  const [country, region] = (filter.place ?? "").split("-");
  if (country) parts.push({ country, ...(region ? { region: { in: [region, `${country}-${region}`] } } : {}) });
  return { AND: parts };
}

function ownerOf(owner: string, actor: StaffActor): string | null {
  if (owner === "none") return null;
  return owner === "me" ? actor.staffId : owner;
}

/** One page of the queue, oldest duty first, requests without a date last. Keyset, so that no row is skipped or shown twice. */
export async function queuePage(actor: StaffActor, filter: QueueFilter, day: QueueDay): Promise<QueuePage> {
  const { cursor } = filter;
  const where = filterWhere(filter, actor, day);
  const back = cursor?.side === "before";
  return inOrganisation(actor.organisationId, async (scope) => {
    const found = await scope.tx.privacyRequest.findMany({
      where: { AND: [where, cursor ? beyond(cursor) : {}] },
      orderBy: back
        ? [{ dueOn: { sort: "desc", nulls: "first" } }, { id: "desc" }]
        : [{ dueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
      take: queuePageSize + 1,
      include: rowParts,
    });
    const total = await scope.tx.privacyRequest.count({ where });
    const more = found.length > queuePageSize;
    const kept = found.slice(0, queuePageSize);
    const rows = (back ? kept.reverse() : kept).map(rowFrom);
    const [first, last] = [rows[0], rows.at(-1)];
    const hasNewer = back ? more : cursor !== undefined;
    const hasOlder = back ? true : more;
    return {
      rows,
      total,
      ...(first && hasNewer ? { newer: cursorAt(first, "before") } : {}),
      ...(last && hasOlder ? { older: cursorAt(last, "after") } : {}),
    };
  });
}

function cursorAt({ dueOn, id }: QueueRow, side: QueueCursor["side"]): QueueCursor {
  return { side, dueOn, id };
}

// Dates ascend, rows without a date come last, ids break ties.
function beyond({ side, dueOn, id }: QueueCursor): Where {
  const on = dueOn ? new Date(`${dueOn}T00:00:00Z`) : null;
  if (side === "after") {
    if (!on) return { dueOn: null, id: { gt: id } };
    return { OR: [{ dueOn: { gt: on } }, { dueOn: on, id: { gt: id } }, { dueOn: null }] };
  }
  if (!on) return { OR: [{ dueOn: { not: null } }, { dueOn: null, id: { lt: id } }] };
  return { OR: [{ dueOn: { lt: on } }, { dueOn: on, id: { lt: id } }] };
}

const rowParts = {
  rights: { select: { right: true } },
  letters: { where: { status: "failed", audience: "person" }, select: { id: true }, take: 1 },
  events: {
    where: { type: { in: ["DeadlineExtended", "ProofAsked", "ClarificationAsked", "RisksNoted"] } },
    select: { type: true, day: true, payload: true },
    orderBy: { seq: "desc" },
  },
} as const satisfies Prisma.PrivacyRequestInclude;

type Found = Prisma.PrivacyRequestGetPayload<{ include: typeof rowParts }>;

function rowFrom(found: Found): QueueRow {
  const { id, reference, country, region, rights, letters, events } = found;
  const state = found.state as State;
  const asked = events.find(({ type }) => type === "ProofAsked" || type === "ClarificationAsked");
  return {
    id,
    reference,
    state,
    country,
    region,
    rights: rights.map(({ right }) => right as Right),
    receivedOn: dayFromRow(found.receivedOn),
    dueOn: found.dueOn ? dayFromRow(found.dueOn) : null,
    owner: found.assignedTo,
    waitingSince: state === "waiting_for_person" && asked ? dayFromRow(asked.day) : null,
    proven: found.proven as ProofStanding,
    signals: events.toReversed().flatMap(({ payload }) => signalsIn(payload as DomainEvent)),
    extended: events.some(({ type }) => type === "DeadlineExtended"),
    letterFailed: letters.length > 0,
  };
}

function signalsIn(event: DomainEvent): readonly RiskSignal[] {
  return event.type === "RisksNoted" ? event.signals : [];
}

export type QueueCounts = Readonly<Record<QueueView, number>>;

/** How many requests each view holds. One pass over the organisation's rows. */
export async function queueCounts(actor: StaffActor, day: QueueDay): Promise<QueueCounts> {
  return inOrganisation(actor.organisationId, (scope) => countViews(scope, actor, day));
}

async function countViews({ tx, organisationId }: Scope, actor: StaffActor, at: QueueDay): Promise<QueueCounts> {
  const [day, soon] = [dayToRow(at.today), dayToRow(plusDays(at.today, at.soonDays))];
  const [counts] = await tx.$queryRaw<QueueCounts[]>`
    select count(*) filter (where is_work)::int as "open",
      count(*) filter (where is_work and assigned_to = ${actor.staffId}::uuid)::int as "mine",
      count(*) filter (where is_work and state = 'open')::int as "new",
      count(*) filter (where state = any(${checkedStates}) and proven = 'none')::int as "unproven",
      count(*) filter (where state = any(${owedStates}) and due_on between ${day}::date and ${soon}::date)::int as "due",
      count(*) filter (where state = any(${owedStates}) and due_on < ${day}::date)::int as "overdue",
      count(*) filter (where state = 'waiting_for_person')::int as "waiting",
      count(*) filter (where is_work and assigned_to is null)::int as "unassigned",
      count(*) filter (where state = 'unconfirmed')::int as "unconfirmed",
      count(*) filter (where state = any(${openStates}))::int as "owed",
      count(*) filter (where state = any(${doneStates}))::int as "done"
    from (
      select *, state = any(${openStates}) and (proven <> 'none' or state <> all(${checkedStates})) as is_work
      from privacy_request where organisation_id = ${organisationId}::uuid
    ) own`;
  if (!counts) throw new Error("a count always answers");
  return counts;
}

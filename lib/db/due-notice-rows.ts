import "server-only";
import { type CalendarDate, earliestOf } from "@/lib/domain/calendar-date";
import {
  type ContestNotice,
  type ContestStanding,
  nextContestNoticeOn,
  standingsAfter,
} from "@/lib/domain/contest-notices";
import { type DueNotice, type DueStanding, nextNoticeOn, noticed, reminderPolicy } from "@/lib/domain/due-notices";
import type { State } from "@/lib/domain/lifecycle";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";

/** A request as the sweep holds it: the columns that its notices hang on, and the end of its chain. */
export type DueRow = {
  id: string;
  version: number;
  head: string;
  assignedTo: string | null;
  standing: DueStanding;
  /** Its open appeals and complaints. */
  contests: readonly ContestStanding[];
};

/** What a sweep tells of one request: its answer's date, and those of its contests. */
export type Told = {
  row: DueRow;
  answer: DueNotice | null;
  about: readonly ContestNotice[];
  version: number;
  head: string;
};

/** The columns by which the sweep finds a request and judges it: always the fold, never set by hand. */
export function noticeColumns(standing: DueStanding, contests: readonly ContestStanding[], { profile }: Organisation) {
  const policy = reminderPolicy(profile);
  return {
    internalOn: row(standing.internalOn),
    warnedFor: row(standing.warnedFor),
    warnedBefore: standing.warnedBefore,
    escalatedFor: row(standing.escalatedFor),
    noticeOn: row(earliestOf(nextNoticeOn(standing, policy), nextContestNoticeOn(contests, policy))),
  };
}

/**
 * Of these requests, those that may be owed a notice, held until the transaction ends. Whoever takes a step with one of them
 * waits that long and then finds it changed; what somebody else holds right now is left to the next sweep.
 */
export async function holdDueRows({ tx }: Scope, ids: readonly string[], today: CalendarDate): Promise<DueRow[]> {
  const rows = await tx.$queryRaw<Held[]>`
    select id, version, head, assigned_to as "assignedTo", state, due_on as "dueOn", internal_on as "internalOn",
      warned_for as "warnedFor", warned_before as "warnedBefore", escalated_for as "escalatedFor",
      contest_standing as contests
    from privacy_request where id = any(${[...ids]}::uuid[]) and notice_on <= ${dayToRow(today)}::date
    for no key update skip locked`;
  return rows.map(({ id, version, head, assignedTo, contests, ...held }) => ({
    id,
    version,
    head,
    assignedTo,
    contests: contests ?? [],
    standing: {
      state: held.state,
      dueOn: day(held.dueOn),
      internalOn: day(held.internalOn),
      warnedFor: day(held.warnedFor),
      warnedBefore: held.warnedBefore,
      escalatedFor: day(held.escalatedFor),
    },
  }));
}

/**
 * Writes what the notices changed: the count and end of the chain, and the columns that fold from the notice. Without one
 * only the day of the next look changes.
 */
export async function saveDueRows({ tx }: Scope, told: readonly Told[], organisation: Organisation): Promise<void> {
  const after = told.map(({ row: { contests }, about }) => standingsAfter(contests, about));
  const columns = told.map(({ row: { standing }, answer }, place) =>
    noticeColumns({ ...standing, ...(answer ? noticed(answer) : {}) }, after[place] ?? [], organisation),
  );
  await tx.$executeRaw`
    update privacy_request r set version = n.version, head = n.head, warned_for = n.warned_for,
      warned_before = n.warned_before, escalated_for = n.escalated_for, notice_on = n.notice_on,
      contest_standing = n.contest_standing
    from unnest(
      ${told.map(({ row: { id } }) => id)}::uuid[], ${told.map(({ version }) => version)}::int[],
      ${told.map(({ head }) => head)}::text[], ${columns.map(({ warnedFor }) => warnedFor)}::date[],
      ${columns.map(({ warnedBefore }) => warnedBefore)}::int[], ${columns.map(({ escalatedFor }) => escalatedFor)}::date[],
      ${columns.map(({ noticeOn }) => noticeOn)}::date[],
      ${after.map((contests) => (contests.length > 0 ? JSON.stringify(contests) : null))}::jsonb[]
    ) as n(id, version, head, warned_for, warned_before, escalated_for, notice_on, contest_standing)
    where r.id = n.id`;
}

type Held = {
  id: string;
  version: number;
  head: string;
  assignedTo: string | null;
  state: State;
  warnedBefore: number | null;
  contests: ContestStanding[] | null;
} & Record<"dueOn" | "internalOn" | "warnedFor" | "escalatedFor", Date | null>;

function day(column: Date | null): CalendarDate | null {
  return column ? dayFromRow(column) : null;
}

function row(given: CalendarDate | null): Date | null {
  return given ? dayToRow(given) : null;
}

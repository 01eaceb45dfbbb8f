import "server-only";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { RecordedEvent } from "@/lib/domain/events";
import { type Entry, entriesOf, type Point } from "@/lib/domain/figures";
import { type EndedStanding, historyOf, lateMonths, type Standing, standingOf } from "@/lib/domain/owed-standing";
import { clockSettingsOf } from "@/lib/domain/pinned-settings";
import { applyEvent, foldRequest } from "@/lib/domain/request";
import { requestClock } from "@/lib/domain/request-clock";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";

/** Where nothing is due, and where what stands has not ended. */
export const never = new Date("9999-12-31T00:00:00Z");
/** The sheet of standings that last. */
export const currentSheet = new Date("9999-12-01T00:00:00Z");

/** Writes what one event did to the figures, in its transaction. `before` null: it is the receipt. */
export async function recordFigures(
  scope: Scope,
  change: { requestId: string; before: Point | null; after: Point; day: CalendarDate },
): Promise<void> {
  const { requestId, before, after, day } = change;
  await insertEntries(
    scope,
    entriesOf(before, after).map((entry) => ({ ...entry, day })),
  );
  const [was, is] = [before && standingOf(before), standingOf(after)];
  if (was === is) return;
  const ended = was ? await takeStanding(scope, requestId, day) : [];
  await insertStandings(scope, requestId, { ended, current: is && { dueOn: is, from: day } });
}

/**
 * Writes everything that a chain ever did to the figures: for a request from before there was a ledger. `dueOn`: what its row
 * says now, because that is what the next event will take back.
 */
export async function recordHistory(
  scope: Scope,
  of: {
    requestId: string;
    chain: readonly RecordedEvent[];
    organisation: Organisation;
    dueOn: CalendarDate | null;
  },
): Promise<void> {
  const points = pointsOf(of.chain, of.organisation);
  const last = points.at(-1);
  const { entries, ...standings } = historyOf(last ? [...points.slice(0, -1), { ...last, dueOn: of.dueOn }] : []);
  await insertEntries(scope, entries);
  await insertStandings(scope, of.requestId, standings);
}

/** The request after each of its events. */
function pointsOf(chain: readonly RecordedEvent[], organisation: Organisation) {
  let facts = foldRequest(chain.slice(0, 1));
  return chain.map((recorded, place) => {
    if (place > 0) facts = applyEvent(facts, recorded);
    return { day: recorded.day, facts, dueOn: requestClock(facts, clockSettingsOf(organisation, facts)).dueOn };
  });
}

async function insertEntries(
  { tx, organisationId }: Scope,
  entries: readonly (Entry & { day: CalendarDate })[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.figureEntry.createMany({
    data: entries.map(({ book, day, on, since, key, days, amount }) => ({
      organisationId,
      book,
      day: dayToRow(day),
      onDay: on ? dayToRow(on) : never,
      since: dayToRow(since),
      key,
      days,
      amount,
    })),
  });
}

async function takeStanding({ tx }: Scope, requestId: string, to: CalendarDate): Promise<EndedStanding[]> {
  const taken = await tx.$queryRaw<{ dueOn: Date; from: Date }[]>`
    delete from owed_standing where request_id = ${requestId}::uuid and sheet = ${currentSheet}::date
    returning due_on as "dueOn", from_day as "from"`;
  return taken.map(({ dueOn, from }) => ({ dueOn: dayFromRow(dueOn), from: dayFromRow(from), to }));
}

async function insertStandings(
  { tx, organisationId }: Scope,
  requestId: string,
  { ended, current }: { ended: readonly EndedStanding[]; current: Standing | null },
): Promise<void> {
  const own = { organisationId, requestId };
  const past = ended.flatMap((standing) =>
    lateMonths(standing).map((sheet) => ({ ...own, ...rowOf(standing, standing.to), sheet: dayToRow(sheet) })),
  );
  const lasting = current ? [{ ...own, ...rowOf(current, null), sheet: currentSheet }] : [];
  // A figure never stands in the way of a step: what is there already stays, and the recount names any difference.
  const data = [...past, ...lasting];
  if (data.length > 0) await tx.owedStanding.createMany({ data, skipDuplicates: true });
}

function rowOf({ dueOn, from }: Standing, to: CalendarDate | null) {
  return { dueOn: dayToRow(dueOn), fromDay: dayToRow(from), toDay: to ? dayToRow(to) : never };
}

import "server-only";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordedFromRow, todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type DateMove, dateMove, moveRefusal } from "@/lib/domain/date-move";
import { liveStates } from "@/lib/domain/lifecycle";
import { clockSettingsOf, newestSettings } from "@/lib/domain/pinned-settings";
import type { Refusal } from "@/lib/domain/refusal";
import { foldRequest } from "@/lib/domain/request";
import { mayChangeSettings, type SettingsChange, settingsChange } from "@/lib/domain/settings-change";

export type MovingRequest = DateMove & {
  reference: string;
  /** What the list was read at: a step that finds something newer saves nothing. */
  seenVersion: number;
  /** The version of the settings that it was promised under. */
  under: number;
  /** Why it keeps its date; null where the newer one may be taken. */
  refusal: Refusal | null;
};

export type MovingDates = {
  /** The newest settings, which the step takes over. */
  newest: number;
  rows: readonly MovingRequest[];
  /** What differs, for each earlier version that a row stands under. */
  changes: readonly { under: number; change: SettingsChange }[];
  /** Where the next page begins; null at the end. */
  after: string | null;
};

const pageSize = 50;
const batchSize = 100;
/** Requests that are looked at for one page, however few of them move. */
const atMost = 1_000;
const countedTo = 1_000;

/**
 * Open requests that the newest settings would move, a page at a time in the order of their ids. Never more than a thousand
 * are looked at for one page: a page may be short and still have another after it. Null for whoever may not change settings.
 */
export async function movingDates(
  actor: StaffActor,
  { organisation, after }: { organisation: Organisation; after: string | null },
  now: Date,
): Promise<MovingDates | null> {
  if (actor.organisationId !== organisation.id || !mayChangeSettings(actor.roles)) return null;
  const newest = newestSettings(organisation);
  const today = todayAt(organisation, now);
  const rows: MovingRequest[] = [];
  let cursor: string | null = after;
  let looked = 0;
  for (;;) {
    const start = cursor;
    const batch = await inOrganisation(organisation.id, (scope) => promisedUnderOthers(scope, newest.version, start));
    for (const { id, reference, events } of batch) {
      cursor = id;
      looked += 1;
      const row = rowOf(organisation, { reference, events }, today);
      if (row) rows.push(row);
      if (rows.length === pageSize) break;
    }
    const ended = batch.length < batchSize && cursor === (batch.at(-1)?.id ?? start);
    if (ended || rows.length === pageSize || looked >= atMost) {
      return { newest: newest.version, rows, changes: changesFor(organisation, rows), after: ended ? null : cursor };
    }
  }
}

/** Open requests that stand under earlier settings, counted to a thousand. 0 for whoever may not change settings. */
export async function promisedUnderEarlier(actor: StaffActor, organisation: Organisation): Promise<number> {
  const { version } = newestSettings(organisation);
  if (version === 1 || actor.organisationId !== organisation.id || !mayChangeSettings(actor.roles)) return 0;
  return inOrganisation(organisation.id, async ({ tx }) => {
    const [counted] = await tx.$queryRaw<{ open: number }[]>`
      select count(*)::int as open from (
        select 1 from privacy_request where organisation_id = ${organisation.id}::uuid
          and clock_settings < ${version} and state in ('open', 'in_progress', 'waiting_for_person', 'answer_prepared')
        limit ${countedTo}
      ) counted`;
    return counted?.open ?? 0;
  });
}

async function promisedUnderOthers({ tx, organisationId }: Scope, newest: number, after: string | null) {
  return tx.privacyRequest.findMany({
    where: {
      organisationId,
      clockSettings: { lt: newest },
      state: { in: [...liveStates] },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take: batchSize,
    select: { id: true, reference: true, events: { orderBy: { seq: "asc" } } },
  });
}

type Chain = { reference: string; events: readonly Parameters<typeof recordedFromRow>[0][] };

function rowOf(organisation: Organisation, { reference, events }: Chain, today: CalendarDate): MovingRequest | null {
  const facts = foldRequest(events.map(recordedFromRow));
  const settings = { pinned: clockSettingsOf(organisation, facts), newest: newestSettings(organisation) };
  const move = dateMove(facts, settings);
  if (!move) return null;
  const refusal = moveRefusal(facts, settings, today);
  return { ...move, reference, seenVersion: facts.version, under: settings.pinned.version, refusal };
}

function changesFor(organisation: Organisation, rows: readonly MovingRequest[]): MovingDates["changes"] {
  const newest = newestSettings(organisation);
  return [...new Set(rows.map(({ under }) => under))]
    .sort((left, right) => left - right)
    .map((under) => ({
      under,
      change: settingsChange(clockSettingsOf(organisation, { clockSettings: under }), newest),
    }));
}

import "server-only";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { recordHistory } from "./figure-entries";
import { dayFromRow, dayToRow } from "./law-day";
import { inOrganisation, type Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";
import { loadRequest } from "./request-store";

const entriesAtOnce = 20_000;
const requestsAtOnce = 100;

/**
 * Sums what was written since the last time, and closes days and months before `today`. Reading is exact before, during and
 * after it; it only becomes shorter. Returns how many entries were summed.
 */
export async function sumFigures({ id }: Pick<Organisation, "id">, today: CalendarDate): Promise<number> {
  let total = 0;
  for (;;) {
    const [turn] = await inOrganisation(
      id,
      ({ tx }) => tx.$queryRaw<{ summed: number }[]>`select habeas_sum_figures(${entriesAtOnce}::int) as summed`,
    );
    const summed = turn?.summed ?? 0;
    total += summed;
    if (summed < entriesAtOnce) break;
  }
  await inOrganisation(id, ({ tx }) => tx.$executeRaw`select habeas_balance_figures(${dayToRow(today)}::date)`);
  return total;
}

/**
 * Takes requests from before the ledger into it, whole chains at a time. May be stopped anywhere and begun again: each is
 * taken once, and what happens to it meanwhile is written either by whoever does it or here. Returns how many there were.
 */
export async function countEarlierRequests(organisation: Organisation): Promise<number> {
  let total = 0;
  for (;;) {
    const taken = await inOrganisation(organisation.id, (scope) => countSome(scope, organisation));
    total += taken;
    if (taken === 0) return total;
  }
}

async function countSome(scope: Scope, organisation: Organisation): Promise<number> {
  // Locked, so that a step of this moment waits and then finds another row than it read.
  const rows = await scope.tx.$queryRaw<{ id: string }[]>`
    select id from privacy_request where organisation_id = ${organisation.id}::uuid and not counted
    order by id limit ${requestsAtOnce} for update skip locked`;
  for (const { id } of rows) {
    const stored = await loadRequest(scope, organisation, { id });
    if (!stored) continue;
    const dueOn = stored.row.dueOn && dayFromRow(stored.row.dueOn);
    await recordHistory(scope, { requestId: id, chain: stored.chain, organisation, dueOn });
    await scope.tx.privacyRequest.update({ where: { id }, data: { counted: true } });
  }
  return rows.length;
}

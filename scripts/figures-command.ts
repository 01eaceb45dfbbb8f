import { parseArgs } from "node:util";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { differences, ledgerFigures, recount } from "@/lib/queries/recount";

export type FiguresResult = { ok: boolean; lines: string[] };

/**
 * What `npm run figures:verify` does: compares the ledger with a recount of every event, for one day (`--as-of YYYY-MM-DD`,
 * else today at the organisation's place) and one organisation (`--organisation SLUG`, else every one).
 */
export async function verifyFigures(args: readonly string[], now: Date): Promise<FiguresResult> {
  const { values } = parseArgs({
    args: [...args],
    options: { organisation: { type: "string" }, "as-of": { type: "string" } },
  });
  const every = await listOrganisations();
  const chosen = every.filter(({ slug }) => values.organisation === undefined || slug === values.organisation);
  if (chosen.length === 0) return { ok: false, lines: [`BROKEN  there is no organisation ${values.organisation}`] };
  const results: FiguresResult[] = [];
  for (const organisation of chosen) {
    results.push(await verifyOne(organisation, values["as-of"], now));
  }
  return { ok: results.every(({ ok }) => ok), lines: results.flatMap(({ lines }) => lines) };
}

async function verifyOne(organisation: Organisation, day: string | undefined, now: Date): Promise<FiguresResult> {
  const asOf = day === undefined ? todayAt(organisation, now) : calendarDate(day);
  const actor: StaffActor = { kind: "staff", organisationId: organisation.id, staffId: "", roles: ["auditor"] };
  const look = { organisation, asOf };
  const found = differences(await ledgerFigures(actor, look), await recount(actor, look));
  const place = `${organisation.slug}, as of ${asOf}`;
  if (found.length === 0) return { ok: true, lines: [`holds   ${place}: the ledger says what the events say`] };
  return { ok: false, lines: found.map((line) => `BROKEN  ${place}: ${line}`) };
}

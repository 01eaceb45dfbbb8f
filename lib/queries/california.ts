import "server-only";
import { dayFromRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { CaliforniaRow } from "@/lib/forms/california-report";

type Row = Omit<CaliforniaRow, "receivedOn" | "answeredOn"> & { receivedOn: Date; answeredOn: Date | null };

/** What was received in the calendar year, verified or not, grouped by the database. As of now. */
export async function californiaRows(actor: StaffActor, year: number): Promise<readonly CaliforniaRow[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const rows = await inOrganisation(
    actor.organisationId,
    ({ tx }) => tx.$queryRaw<Row[]>`
      select count(*)::int as "count", received_on as "receivedOn", answered_on as "answeredOn",
        of_california as "ofCalifornia", lapsed, disowned, rights
      from (
        select r.received_on, (
            select min(e.day) from event e where e.chain_id = r.id and e.type = 'AnswerReleased'
          ) as answered_on,
          r.country = 'US' and coalesce(r.region in ('CA', 'US-CA'), false) as of_california,
          r.state = 'lapsed' as lapsed,
          exists (select 1 from event e where e.chain_id = r.id and e.type = 'AuthorityDenied') as disowned,
          (
            select jsonb_agg(jsonb_build_object('right', q."right", 'outcome', q.outcome, 'ground', q.ground) order by q."right")
            from request_right q where q.request_id = r.id
          ) as rights
        from privacy_request r
        where r.organisation_id = ${actor.organisationId}::uuid
          and r.received_on between ${from}::date and ${until}::date
      ) asked
      group by received_on, answered_on, of_california, lapsed, disowned, rights
      order by received_on, answered_on`,
  );
  return rows.map((row) => ({
    ...row,
    receivedOn: dayFromRow(row.receivedOn),
    answeredOn: row.answeredOn && dayFromRow(row.answeredOn),
  }));
}

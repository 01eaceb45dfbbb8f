import "server-only";
import { dayFromRow, dayToRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { lapsing, reviving } from "@/lib/domain/lapse-events";
import type { CaliforniaRow } from "@/lib/forms/california-report";

type Row = Omit<CaliforniaRow, "receivedOn" | "answeredOn"> & { receivedOn: Date; answeredOn: Date | null };

/**
 * What was received in the calendar year, verified or not, and what had become of it by the end of `asOf`, grouped by the
 * database. Read from the events up to that day, so that the same day gives the same rows whenever it is asked. An answer that
 * was reversed counts no more, from the day of its reversal.
 */
export async function californiaRows(
  actor: StaffActor,
  { year, asOf }: { year: number; asOf: CalendarDate },
): Promise<readonly CaliforniaRow[]> {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`];
  const ends = [...lapsing, ...reviving];
  const rows = await inOrganisation(
    actor.organisationId,
    ({ tx }) => tx.$queryRaw<Row[]>`
      select count(*)::int as "count", received_on as "receivedOn", answered_on as "answeredOn",
        of_california as "ofCalifornia", lapsed, disowned, rights
      from (
        select r.received_on,
          case when so.answer ->> 'type' = 'AnswerReleased' then (so.answer ->> 'day')::date end as answered_on,
          r.country = 'US' and coalesce(r.region in ('CA', 'US-CA'), false) as of_california,
          coalesce(so.ended = any(${[...lapsing]}::text[]), false) as lapsed, so.disowned,
          (
            select jsonb_agg(
              jsonb_build_object('right', q."right", 'outcome', o.outcome, 'ground', o.ground) order by q."right"
            )
            from request_right q
            left join jsonb_to_recordset(
              case when so.answer ->> 'type' = 'AnswerReleased' then so.answer -> 'outcomes' else '[]' end
            ) as o("right" text, outcome text, ground text) on o."right" = q."right"
            where q.request_id = r.id
          ) as rights
        from privacy_request r
        cross join lateral (
          select bool_or(e.seq = 1) as known, bool_or(e.type = 'AuthorityDenied') as disowned,
            (array_agg(jsonb_build_object('type', e.type, 'day', e.day, 'outcomes', e.payload -> 'outcomes') order by e.seq desc)
              filter (where e.type in ('AnswerReleased', 'AnswerReversed')))[1] as answer,
            (array_agg(e.type order by e.seq desc) filter (where e.type = any(${ends}::text[])))[1] as ended
          from event e where e.chain_id = r.id and e.day <= ${dayToRow(asOf)}::date
        ) so
        where r.organisation_id = ${actor.organisationId}::uuid
          and r.received_on between ${from}::date and ${until}::date and so.known
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

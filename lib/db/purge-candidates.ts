import "server-only";
import { type CalendarDate, plusMonths } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { retentionMonths } from "@/lib/domain/request-retention";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

type Page = { after: string | null; size: number };

/**
 * Up to `size` ids after `after`, in the order of ids, of requests whose months may be over. A coarse net: whether the
 * request may be purged is for the domain to say.
 */
export async function purgeCandidates(
  { tx, organisationId }: Scope,
  page: Page & { profile: OrganisationProfile; today: CalendarDate },
): Promise<string[]> {
  const endedBy = dayToRow(plusMonths(page.today, -retentionMonths(page.profile)));
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.id from privacy_request r
    where r.organisation_id = ${organisationId}::uuid and r.wrapped_key is not null and r.id > ${start(page)}::uuid
      and (r.closed_on <= ${endedBy}::date or (r.state = 'answered' and exists (
        select 1 from event e where e.chain_id = r.id and e.type = 'AnswerReleased' and e.day <= ${endedBy}::date)))
    order by r.id limit ${page.size}`;
  return rows.map(({ id }) => id);
}

/** Requests with identity papers, or with files of an answer or of systems after their closing, that are still there. */
export async function fileCandidates({ tx, organisationId }: Scope, page: Page): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select r.id from privacy_request r
    where r.organisation_id = ${organisationId}::uuid and r.wrapped_key is not null and r.id > ${start(page)}::uuid
      and exists (
        select 1 from stored_file f where f.request_id = r.id and f.file_key is not null
          and (f.purpose = 'proof' or (f.purpose in ('answer', 'export') and r.closed_on is not null)))
    order by r.id limit ${page.size}`;
  return rows.map(({ id }) => id);
}

function start({ after }: Page): string {
  return after ?? "00000000-0000-0000-0000-000000000000";
}

import "server-only";
import { type CalendarDate, plusDays } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { Prisma } from "@/lib/generated/prisma/client";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

/** Steps that time itself takes, one request after the other. */
export type TimedStep = "remind" | "lapse" | "remind_proof" | "lapse_unproven" | "begin_erasure";

type Policy = Pick<OrganisationProfile, "lapse">;

/**
 * Up to `size` ids after `after`, in the order of ids, of requests that may be due for this step. A coarse net on indexed
 * columns: whether the step may be taken is for the domain to say, but for what only letters know and the net decides: nobody
 * is reminded of a letter that has not left, and nothing ends for want of what an unread letter asked for.
 */
export async function sweepCandidates(
  { tx }: Scope,
  page: { step: TimedStep; policy: Policy; today: CalendarDate; after: string | null; size: number },
): Promise<string[]> {
  const { step, policy, today, after, size } = page;
  const next = after === null ? Prisma.empty : Prisma.sql`and r.id > ${after}::uuid`;
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select r.id from privacy_request r where ${netFor(step, policy, today)} ${next} order by r.id limit ${size}`,
  );
  return rows.map(({ id }) => id);
}

function netFor(step: TimedStep, { lapse }: Policy, today: CalendarDate): Prisma.Sql {
  switch (step) {
    case "remind": {
      const first = Math.min(...lapse.remindAfterDays, lapse.unconfirmedAfterDays);
      return Prisma.sql`${unconfirmedSince(plusDays(today, -first))} and ${nothingToConfirmWaits}`;
    }
    case "lapse":
      return unconfirmedSince(plusDays(today, -lapse.unconfirmedAfterDays - 1));
    case "begin_erasure":
      return Prisma.sql`r.erase_from <= ${dayToRow(today)}::date`;
    case "remind_proof": {
      const first = Math.min(...lapse.remindAfterDays, lapse.unconfirmedAfterDays);
      return Prisma.sql`r.proven <> 'all' and ${proofAwaitedBy(plusDays(today, -first))} and ${newestAsking} in ('sent', 'failed')`;
    }
    case "lapse_unproven": {
      const over = plusDays(today, -lapse.unconfirmedAfterDays);
      // Every date of a law lies on the desk's own date or after it; where the law's stands still a month counts.
      const dated = Prisma.sql`(r.due_on is null or r.due_on <= ${dayToRow(today)}::date or ${proofAwaitedBy(plusDays(today, -28))})`;
      return Prisma.sql`r.proven = 'none' and ${dated} and ${proofAwaitedBy(plusDays(over, -1))} and ${askingLeftBefore(over)}`;
    }
  }
}

// Nobody is reminded of a letter that has not left yet.
const nothingToConfirmWaits = Prisma.sql`not exists (
  select 1 from letter l where l.request_id = r.id and l.status in ('queued', 'held')
    and l.kind in ('confirm_address', 'confirmation_reminder')
)`;

function unconfirmedSince(day: CalendarDate): Prisma.Sql {
  return Prisma.sql`r.state = 'unconfirmed' and r.received_on <= ${dayToRow(day)}::date`;
}

// Asked for by staff, or by the letter of receipt to whoever confirmed their address.
function proofAwaitedBy(day: CalendarDate): Prisma.Sql {
  return Prisma.sql`exists (
    select 1 from event e where e.chain_id = r.id and e.day <= ${dayToRow(day)}::date
      and (r.state, e.type) in (('waiting_for_person', 'ProofAsked'), ('open', 'ContactConfirmed'))
  )`;
}

// Nobody can answer what never reached them: a demand whose letter waits or failed ends nothing, staff see that it failed.
const newestAsking = Prisma.sql`(
  select l.status from letter l where l.request_id = r.id and l.kind in ('confirm_address', 'received', 'need_more', 'proof_reminder')
  order by l.queued_at desc, l.id desc limit 1
)`;

function askingLeftBefore(day: CalendarDate): Prisma.Sql {
  return Prisma.sql`(
    select l.status = 'sent' and l.sent_at < ${dayToRow(day)}::date from letter l
    where l.request_id = r.id and l.kind in ('received', 'need_more') order by l.queued_at desc, l.id desc limit 1
  )`;
}

/** The key by which pages of requests that are due follow each other. */
export type DuePlace = { id: string; noticeOn: Date };

/** Up to `size` requests after `after` of whose dates staff may have to be told: by an index that holds no others. */
export async function dueCandidates(
  { tx, organisationId }: Scope,
  { today, after, size }: { today: CalendarDate; after: DuePlace | null; size: number },
): Promise<DuePlace[]> {
  const next =
    after === null ? Prisma.empty : Prisma.sql`and (notice_on, id) > (${after.noticeOn}::date, ${after.id}::uuid)`;
  return tx.$queryRaw<DuePlace[]>(Prisma.sql`
    select id, notice_on as "noticeOn" from privacy_request
    where organisation_id = ${organisationId}::uuid and notice_on <= ${dayToRow(today)}::date ${next}
    order by notice_on, id limit ${size}`);
}

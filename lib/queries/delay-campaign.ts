import "server-only";
import { dayFromRow, dayToRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Language, readLanguage } from "@/lib/domain/language";
import { liveStates } from "@/lib/domain/lifecycle";

export type AwaitingRow = { reference: string; dueOn: CalendarDate; language: Language };

/** As many letters as one press of a button sends; what is more waits for the next. */
export const campaignSize = 100;

/** Late requests whose person was told no day that still lies ahead, the longest late first. `more`: others wait beyond these. */
export async function awaitingDelayWord(
  actor: StaffActor,
  { organisation, today }: { organisation: Organisation; today: CalendarDate },
): Promise<{ rows: readonly AwaitingRow[]; more: boolean }> {
  if (actor.organisationId !== organisation.id) throw new Error("a campaign is for its own organisation");
  const states = [...liveStates];
  const rows = await inOrganisation(
    organisation.id,
    ({ tx }) => tx.$queryRaw<{ reference: string; dueOn: Date; language: string }[]>`
      select r.reference, r.due_on as "dueOn", r.language
      from privacy_request r
      where r.organisation_id = ${organisation.id}::uuid and r.state = any(${states}) and r.due_on < ${dayToRow(today)}::date
        and not exists (
          select 1 from event e
          where e.chain_id = r.id and e.type = 'DelayTold' and e.payload ->> 'newDate' >= ${today}
        )
      order by r.due_on, r.id
      limit ${campaignSize + 1}`,
  );
  return {
    more: rows.length > campaignSize,
    rows: rows.slice(0, campaignSize).map(({ reference, dueOn, language }) => ({
      reference,
      dueOn: dayFromRow(dueOn),
      language: readLanguage(language),
    })),
  };
}

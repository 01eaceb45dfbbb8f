import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweWeeklyLetters, takeWeek } from "@/lib/db/weekly-letters";
import type { SystemActor } from "@/lib/domain/actor";
import { localDay } from "@/lib/domain/calendar-date";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { wallTime, weekOwed } from "@/lib/domain/weekly-letter";

/**
 * Owes the letters of the week that is over, once: the week, its letters and the jobs that send them are one transaction, so
 * that a crash leaves all of them or none, and whoever comes next finds the week open or taken. Returns how many letters.
 */
export async function tellWeek(
  actor: SystemActor,
  { organisation }: { organisation: Organisation },
  now: Date,
): Promise<{ ok: true; letters: number } | Refused> {
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const { timeZone } = organisation.profile;
  const [first] = organisation.clockSettings;
  const since = localDay(first?.from ?? now, timeZone);
  const week = weekOwed(wallTime(now, timeZone), since);
  if (!week) return { ok: true, letters: 0 };
  return inOrganisation(organisation.id, async (scope) => {
    const letters = (await takeWeek(scope, week, now)) ? await oweWeeklyLetters(scope, week, now) : 0;
    return { ok: true, letters };
  });
}

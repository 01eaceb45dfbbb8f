import { applicableRegimes } from "@/lib/domain/applicable-regimes";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Clock, deriveWorkClock } from "@/lib/domain/clock";
import type { Filing } from "@/lib/domain/filing";
import type { OrganisationProfile } from "@/lib/domain/organisation";

export type ExpectedClock = { clocks: readonly Clock[]; workTo: Clock; dueOn: CalendarDate | null };

/** The clocks that this filing would run on if it were sent on `today`: the same sum as after sending. */
export function expectedClock(
  filing: Pick<Filing, "country" | "region" | "rights">,
  organisation: { profile: OrganisationProfile; holidays: ReadonlySet<CalendarDate> },
  today: CalendarDate,
): ExpectedClock {
  const { profile, holidays } = organisation;
  return deriveWorkClock({
    regimes: applicableRegimes(filing, profile, today),
    rights: filing.rights,
    facts: { received: today, pauses: [], entity: "organisation" },
    holidays,
    promiseDays: profile.promise.days,
    publishedPeriodDays: profile.publishedPeriodDays,
  });
}

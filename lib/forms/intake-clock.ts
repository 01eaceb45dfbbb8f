import { applicableRegimes } from "@/lib/domain/applicable-regimes";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Clock, deriveWorkClock } from "@/lib/domain/clock";
import type { Filing } from "@/lib/domain/filing";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { newestSettings, type SettingsVersion } from "@/lib/domain/pinned-settings";

export type ExpectedClock = { clocks: readonly Clock[]; workTo: Clock; dueOn: CalendarDate | null };

/** The clocks that this filing would run on if it were sent on `today`: the same sum as after sending. */
export function expectedClock(
  filing: Pick<Filing, "country" | "region" | "rights">,
  organisation: { profile: OrganisationProfile; clockSettings: readonly SettingsVersion[] },
  today: CalendarDate,
): ExpectedClock {
  const { holidays, promiseDays, publishedPeriodDays } = newestSettings(organisation);
  return deriveWorkClock({
    regimes: applicableRegimes(filing, organisation.profile, today),
    rights: filing.rights,
    facts: { received: today, pauses: [], entity: "organisation" },
    holidays,
    promiseDays,
    publishedPeriodDays,
  });
}

import "server-only";
import { holidaysFor } from "@/lib/calendars/holidays";
import type { LawId, OrganisationProfile } from "@/lib/domain/organisation";
import { firstSettings, type SettingsVersion } from "@/lib/domain/pinned-settings";
import { dayFromRow } from "./law-day";
import { inOrganisation } from "./organisation-scope";

type Row = { id: string; clockSettings: number; createdAt: Date; profile: unknown };

// A version never changes once it is written, so what was read once is true for as long as the process lives.
const read = new Map<string, readonly SettingsVersion[]>();

/** Every version of an organisation's clock settings, oldest first; read from the database once for each new version. */
export async function settingsVersionsOf(row: Row): Promise<readonly SettingsVersion[]> {
  if (row.clockSettings === 0) return [unwritten(row)];
  const key = `${row.id}:${row.clockSettings}`;
  const known = read.get(key);
  if (known) return known;
  const versions = await inOrganisation(row.id, ({ tx, organisationId }) =>
    tx.clockSettings.findMany({
      where: { organisationId, version: { lte: row.clockSettings } },
      orderBy: { version: "asc" },
    }),
  );
  const found = versions.map(
    (one): SettingsVersion => ({
      version: one.version,
      from: one.from,
      promiseDays: one.promiseDays,
      publishedPeriodDays: one.publishedPeriodDays ?? undefined,
      holidays: new Set(one.holidays.map(dayFromRow)),
      regimes: one.regimes as LawId[],
    }),
  );
  read.set(key, found);
  return found;
}

/** An organisation that was put there by hand and that no start has seen yet: what the start will write down first. */
function unwritten(row: Row): SettingsVersion {
  const { holidays, promise, publishedPeriodDays, regimes } = row.profile as OrganisationProfile;
  const promiseDays = promise.days;
  return {
    version: firstSettings,
    from: row.createdAt,
    promiseDays,
    publishedPeriodDays,
    holidays: holidaysFor(holidays),
    regimes,
  };
}

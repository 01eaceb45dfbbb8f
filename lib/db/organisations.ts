import "server-only";
import { holidaysFor } from "@/lib/calendars/holidays";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { database } from "./client";

/** An organisation with what its clock needs. */
export type Organisation = {
  id: string;
  slug: string;
  version: number;
  profile: OrganisationProfile;
  holidays: ReadonlySet<CalendarDate>;
};

type Row = { id: string; slug: string; version: number; profile: unknown };

// The profile was validated when it was loaded; the app's role cannot write this table.
function organisationFrom(row: Row): Organisation {
  const profile = row.profile as OrganisationProfile;
  return { id: row.id, slug: row.slug, version: row.version, profile, holidays: holidaysFor(profile.holidays) };
}

export async function findOrganisation(by: { slug: string } | { id: string }): Promise<Organisation | null> {
  const row = await database().organisation.findUnique({ where: "slug" in by ? { slug: by.slug } : { id: by.id } });
  return row ? organisationFrom(row) : null;
}

/** All organisations, by name. There are few: one row for each profile file. */
export async function listOrganisations(): Promise<Organisation[]> {
  const rows = await database().organisation.findMany({ orderBy: { slug: "asc" } });
  return rows.map(organisationFrom);
}

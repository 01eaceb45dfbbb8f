import "server-only";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { SettingsVersion } from "@/lib/domain/pinned-settings";
import { database } from "./client";
import { settingsVersionsOf } from "./clock-settings";

/** An organisation with what its clocks need. */
export type Organisation = {
  id: string;
  slug: string;
  version: number;
  profile: OrganisationProfile;
  /** Every version, oldest first: `clockSettingsOf` finds a request's own, `newestSettings` that of a new one. */
  clockSettings: readonly SettingsVersion[];
};

type Row = {
  id: string;
  slug: string;
  version: number;
  profile: unknown;
  clockSettings: number;
  createdAt: Date;
};

// The profile was validated when it was loaded; the app's role cannot write this table.
async function organisationFrom(row: Row): Promise<Organisation> {
  const { id, slug, version } = row;
  return {
    id,
    slug,
    version,
    profile: row.profile as OrganisationProfile,
    clockSettings: await settingsVersionsOf(row),
  };
}

export async function findOrganisation(by: { slug: string } | { id: string }): Promise<Organisation | null> {
  const row = await database().organisation.findUnique({ where: "slug" in by ? { slug: by.slug } : { id: by.id } });
  return row ? organisationFrom(row) : null;
}

/** All organisations, by name. There are few: one row for each profile file. */
export async function listOrganisations(): Promise<Organisation[]> {
  const rows = await database().organisation.findMany({ orderBy: { slug: "asc" } });
  const organisations: Organisation[] = [];
  for (const row of rows) organisations.push(await organisationFrom(row));
  return organisations;
}

import "server-only";
import { findOrganisation, listOrganisations, type Organisation } from "@/lib/db/organisations";

export type { Organisation };

/** The organisation behind the first part of an address; null when there is none. Profiles are public. */
export async function organisationBySlug(slug: string): Promise<Organisation | null> {
  // Slugs are short and plain; anything else never reaches the database.
  return /^[a-z0-9][a-z0-9-]{0,62}$/.test(slug) ? findOrganisation({ slug }) : null;
}

export async function allOrganisations(): Promise<Organisation[]> {
  return listOrganisations();
}

/** An organisation that somebody of its staff has open. */
export async function organisationById(id: string): Promise<Organisation | null> {
  return findOrganisation({ id });
}

import "server-only";
import { openForInstance } from "@/lib/db/field-encryption";
import { keptFormHours, keptFormOf } from "@/lib/db/kept-forms";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { KeptValues } from "@/lib/forms/kept-values";

/** What this browser typed into this form and has not sent; null when there is nothing or it is older than a day. */
export async function keptForm(
  organisationId: string,
  input: { browser: string; form: string },
  now: Date,
): Promise<KeptValues | null> {
  const { row, place } = keptFormOf(organisationId, input);
  const where = { organisationId_browserHash_form: row };
  const kept = await inOrganisation(organisationId, ({ tx }) => tx.keptForm.findUnique({ where }));
  if (!kept || now.getTime() - kept.keptAt.getTime() > keptFormHours * 3_600_000) return null;
  return JSON.parse(openForInstance("kept-form", place, kept.body));
}

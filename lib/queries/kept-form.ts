import "server-only";
import { openForInstance } from "@/lib/db/field-encryption";
import { tokenHash } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { KeptValues } from "@/lib/forms/kept-values";

/** How long typed text is kept that was never sent. */
export const keptHours = 24;

/** What this browser typed into this form and has not sent; null when there is nothing or it is older than a day. */
export async function keptForm(
  organisationId: string,
  input: { browser: string; form: string },
  now: Date,
): Promise<KeptValues | null> {
  const browserHash = tokenHash(input.browser);
  const where = { organisationId_browserHash_form: { organisationId, browserHash, form: input.form } };
  const row = await inOrganisation(organisationId, ({ tx }) => tx.keptForm.findUnique({ where }));
  if (!row || now.getTime() - row.keptAt.getTime() > keptHours * 3_600_000) return null;
  const place = `kept_form.${organisationId}.${browserHash}.${input.form}`;
  return JSON.parse(openForInstance("kept-form", place, row.body));
}

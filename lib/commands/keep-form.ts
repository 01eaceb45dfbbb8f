import "server-only";
import { sealForInstance } from "@/lib/db/field-encryption";
import { tokenHash } from "@/lib/db/key-ring";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { KeptValues } from "@/lib/forms/kept-values";

/** Keeps what was typed, sealed, for one browser and one form. Replaces what was kept under the same form before. */
export async function keepForm(
  organisationId: string,
  input: { browser: string; form: string; kept: KeptValues },
  now: Date,
): Promise<void> {
  const browserHash = tokenHash(input.browser);
  const where = { organisationId_browserHash_form: { organisationId, browserHash, form: input.form } };
  const place = `kept_form.${organisationId}.${browserHash}.${input.form}`;
  const body = sealForInstance("kept-form", place, JSON.stringify(input.kept));
  await inOrganisation(organisationId, ({ tx }) =>
    tx.keptForm.upsert({
      where,
      create: { organisationId, browserHash, form: input.form, body, keptAt: now },
      update: { body, keptAt: now },
    }),
  );
}

export async function forgetForm(organisationId: string, input: { browser: string; form: string }): Promise<void> {
  const browserHash = tokenHash(input.browser);
  await inOrganisation(organisationId, ({ tx }) =>
    tx.keptForm.deleteMany({ where: { browserHash, form: input.form } }),
  );
}

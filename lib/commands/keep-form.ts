import "server-only";
import { sealForInstance } from "@/lib/db/field-encryption";
import { keptFormOf } from "@/lib/db/kept-forms";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { KeptValues } from "@/lib/forms/kept-values";

/** Keeps what was typed, sealed, for one browser and one form. Replaces what was kept under the same form before. */
export async function keepForm(
  organisationId: string,
  input: { browser: string; form: string; kept: KeptValues },
  now: Date,
): Promise<void> {
  const { row, place } = keptFormOf(organisationId, input);
  const body = sealForInstance("kept-form", place, JSON.stringify(input.kept));
  await inOrganisation(organisationId, ({ tx }) =>
    tx.keptForm.upsert({
      where: { organisationId_browserHash_form: row },
      create: { ...row, body, keptAt: now },
      update: { body, keptAt: now },
    }),
  );
}

export async function forgetForm(organisationId: string, input: { browser: string; form: string }): Promise<void> {
  const { row } = keptFormOf(organisationId, input);
  await inOrganisation(organisationId, ({ tx }) => tx.keptForm.deleteMany({ where: row }));
}

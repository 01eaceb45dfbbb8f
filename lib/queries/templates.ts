import "server-only";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import type { TemplateKind } from "@/lib/domain/letter-template";

export type TemplateRow = {
  id: string;
  kind: TemplateKind;
  name: string;
  language: string;
  text: string;
  version: number;
  changedAt: Date;
};

/** The organisation's templates, by kind and name. There are as many as people write by hand. */
export function organisationTemplates(actor: StaffActor): Promise<readonly TemplateRow[]> {
  return inOrganisation(actor.organisationId, templatesIn);
}

export async function templatesIn({ tx }: Scope): Promise<TemplateRow[]> {
  const rows = await tx.letterTemplate.findMany({
    orderBy: [{ kind: "asc" }, { name: "asc" }, { language: "asc" }],
    take: 500,
  });
  return rows.map(({ id, kind, name, language, text, version, changedAt }) => ({
    ...{ id, kind: kind as TemplateKind, name, language, text, version, changedAt },
  }));
}

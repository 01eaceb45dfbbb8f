import "server-only";
import { randomUUID } from "node:crypto";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { sha256 } from "@/lib/db/sha256";
import type { StaffActor } from "@/lib/domain/actor";
import { mayWriteTemplates, type TemplateKind } from "@/lib/domain/letter-template";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** `version`: what was looked at; null for a new one. */
export type TemplateInput = {
  id: string | null;
  version: number | null;
  kind: TemplateKind;
  name: string;
  language: string;
  text: string;
};

/** Writes a template down, and into the organisation's chain who did: what it is, in which words by their digest. */
export async function saveTemplate(
  actor: StaffActor,
  input: { organisation: Organisation; template: TemplateInput },
  now: Date,
): Promise<{ ok: true; id: string } | Refused> {
  const { organisation, template } = input;
  if (!mayWriteTemplates(actor.roles)) return refuse("not_your_role");
  const { kind, name, language, text } = template;
  const words = { kind, name, language, text, changedAt: now };
  return inOrganisation(organisation.id, async (scope) => {
    const { tx, organisationId } = scope;
    const twin = await tx.letterTemplate.findFirst({ where: { kind, name, language }, select: { id: true } });
    if (twin && twin.id !== template.id) return refuse("template_there_already");
    const id = template.id ?? randomUUID();
    if (template.id === null) {
      await tx.letterTemplate.create({ data: { id, organisationId, ...words } });
    } else {
      const { count } = await tx.letterTemplate.updateMany({
        where: { id, version: template.version ?? 0 },
        data: { ...words, version: { increment: 1 } },
      });
      if (count !== 1) return refuse("changed_meanwhile");
    }
    const event = { type: "TemplateSaved", templateId: id, kind, name, language, digest: sha256(text) };
    await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
    return { ok: true as const, id };
  });
}

/** Takes a template away; what was written with it stays as it was written. */
export async function removeTemplate(
  actor: StaffActor,
  input: { organisation: Organisation; id: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation, id } = input;
  if (!mayWriteTemplates(actor.roles)) return refuse("not_your_role");
  return inOrganisation(organisation.id, async (scope) => {
    const found = await scope.tx.letterTemplate.findFirst({ where: { id } });
    if (!found) return refuse("not_found");
    await scope.tx.letterTemplate.delete({ where: { id } });
    const { kind, name, language } = found;
    const event = { type: "TemplateRemoved", templateId: id, kind, name, language };
    await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
    return { ok: true as const };
  });
}

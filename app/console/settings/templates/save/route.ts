import { postingTemplateDesk } from "@/app/console/settings/template-desk";
import type { Desk } from "@/app/console/staff-gate";
import { saveTemplate } from "@/lib/commands/save-template";
import { refusals } from "@/lib/domain/refusal";
import { templateForm, templateFormKey } from "@/lib/forms/console-template";
import { one, type Typed } from "@/lib/forms/kept-values";
import { formPost } from "@/lib/web/form-post";

type Gate = Desk & { id: string | undefined };

export const POST = formPost({
  name: "save a template",
  actor: "staff",
  limit: { count: 120, seconds: 60 },
  gate: async (_: object, http, typed: Typed) => {
    const desk = await postingTemplateDesk(http, typed);
    return desk && "staff" in desk ? { ...desk, id: one(typed, "id") || undefined } : desk;
  },
  place: ({ staff, id }: Gate) => ({
    organisationId: staff.organisationId,
    form: templateFormKey(id),
    page: `/console/settings/templates/${id ? encodeURIComponent(id) : "new"}`,
  }),
  schema: () => templateForm,
  run: async ({ staff, organisation }, { id, version, ...words }, { now }) => {
    const template = { id: id ?? null, version: version ?? null, ...words };
    const saved = await saveTemplate(staff, { organisation, template }, now);
    if (saved.ok) return { ok: true, to: "/console/settings/templates?done=saved" };
    return saved.refusal === "template_there_already"
      ? { ok: false, mistakes: { name: refusals[saved.refusal] } }
      : saved;
  },
});

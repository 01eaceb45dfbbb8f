import { postingTemplateDesk } from "@/app/console/settings/template-desk";
import type { Desk } from "@/app/console/staff-gate";
import { removeTemplate } from "@/lib/commands/save-template";
import { removeTemplateForm } from "@/lib/forms/console-template";
import { formPost } from "@/lib/web/form-post";

export const POST = formPost({
  name: "take a template away",
  actor: "staff",
  limit: { count: 120, seconds: 60 },
  gate: (_: object, http, typed) => postingTemplateDesk(http, typed),
  place: ({ staff }: Desk) => ({
    organisationId: staff.organisationId,
    form: "console-template-remove",
    page: "/console/settings/templates",
  }),
  schema: () => removeTemplateForm,
  run: async ({ staff, organisation }, { id }, { now }) => {
    const removed = await removeTemplate(staff, { organisation, id }, now);
    return removed.ok ? { ok: true, to: "/console/settings/templates?done=removed" } : removed;
  },
});

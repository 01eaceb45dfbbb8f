import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { removeQueueView } from "@/lib/commands/remove-queue-view";
import { one } from "@/lib/forms/kept-values";
import { isViewId, removeViewForm, viewFormKey } from "@/lib/forms/queue-views";
import { formPost } from "@/lib/web/form-post";

type Removing = Desk & { page: string };

/** Takes a kept view away. */
export const POST = formPost({
  name: "remove a view",
  actor: "staff",
  limit: { count: 60, seconds: 600 },
  async gate(_: Record<string, never>, __, typed): Promise<Removing | null> {
    const desk = await postingDesk();
    const id = one(typed, "id");
    return desk && isViewId(id) ? { ...desk, page: `/console/views/${id}` } : null;
  },
  place: ({ staff, page }: Removing) => ({ organisationId: staff.organisationId, form: viewFormKey, page }),
  schema: () => removeViewForm,
  async run({ staff, organisation }, { id }, { now }) {
    const removed = await removeQueueView(staff, { organisation, id }, now);
    return removed.ok ? { ok: true, to: "/console/views" } : removed;
  },
});

import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { saveQueueView } from "@/lib/commands/save-queue-view";
import { one } from "@/lib/forms/kept-values";
import { isViewId, queryToKeep, saveViewForm, viewFormKey } from "@/lib/forms/queue-views";
import { formPost } from "@/lib/web/form-post";

type Saving = Desk & { page: string };

/** Keeps a view of the queue, or names a kept one anew. */
export const POST = formPost({
  name: "save a view",
  actor: "staff",
  limit: { count: 60, seconds: 600 },
  async gate(_: Record<string, never>, __, typed): Promise<Saving | null> {
    const desk = await postingDesk();
    const id = one(typed, "id");
    const page = isViewId(id) ? `/console/views/${id}` : `/console/views/new?${queryToKeep(one(typed, "from"))}`;
    return desk ? { ...desk, page } : null;
  },
  place: ({ staff, page }: Saving) => ({ organisationId: staff.organisationId, form: viewFormKey, page }),
  schema: () => saveViewForm,
  async run({ staff, organisation }, { from, ...view }, { now }) {
    const saved = await saveQueueView(staff, { organisation, view: { ...view, query: from } }, now);
    return saved.ok ? { ok: true, to: from === "" ? "/console" : `/console?${from}` } : saved;
  },
});

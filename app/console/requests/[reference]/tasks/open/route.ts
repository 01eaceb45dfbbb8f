import { postingRequestDesk, type RequestDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { openTasks } from "@/lib/commands/tasks/open-tasks";
import { askSystemsForm, tasksFormKey } from "@/lib/forms/console-tasks";
import { formPost } from "@/lib/web/form-post";

/** Has the chosen systems asked. */
export const POST = formPost({
  name: "ask systems",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async ({ reference }: { reference: string }, http, typed) =>
    (await signedOutAnswer(http, typed)) ?? postingRequestDesk(reference),
  place: ({ organisation, reference }: RequestDesk) => ({
    organisationId: organisation.id,
    form: tasksFormKey(reference),
    page: `/console/requests/${reference}`,
  }),
  schema: () => askSystemsForm,
  run: async ({ staff, organisation, reference }, { ask: chosen }, { now }) => {
    const opened = await openTasks(staff, { organisation, reference, chosen }, now);
    return opened.ok ? { ok: true, to: `/console/requests/${reference}?done=open_tasks` } : opened;
  },
});

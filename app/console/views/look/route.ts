import { type Desk, postingDesk } from "@/app/console/staff-gate";
import { chooseQueueLook } from "@/lib/commands/choose-queue-look";
import { lookForm } from "@/lib/forms/queue-views";
import { formPost } from "@/lib/web/form-post";

/** Keeps how somebody likes their queue: its columns and how close its lines stand. */
export const POST = formPost({
  name: "choose the look of the queue",
  actor: "staff",
  limit: { count: 60, seconds: 600 },
  gate: (_: Record<string, never>) => postingDesk(),
  place: ({ staff }: Desk) => ({ organisationId: staff.organisationId, form: "console-look", page: "/console/views" }),
  schema: () => lookForm,
  async run({ staff }, look) {
    await chooseQueueLook(staff, look);
    return { ok: true, to: "/console" };
  },
});

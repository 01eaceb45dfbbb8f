import { type Desk, postingDesk, signedOutAnswer } from "@/app/console/staff-gate";
import { takeBulk } from "@/lib/commands/take-bulk";
import { isUuid, takeBulkForm } from "@/lib/forms/console-bulk";
import { formPost } from "@/lib/web/form-post";

type Params = { run: string };

/** Takes the step for every row that was looked over, or sets every row back. */
export const POST = formPost({
  name: "take bulk",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  async gate({ run }: Params, http, typed) {
    return isUuid(run) ? ((await signedOutAnswer(http, typed)) ?? postingDesk()) : null;
  },
  place: ({ staff }: Desk, { run }) => ({
    organisationId: staff.organisationId,
    form: `console-bulk:${run}`,
    page: `/console/bulk/${run}`,
  }),
  schema: (_, { run }: Params) => takeBulkForm.transform(({ undo }) => ({ undo: undo === "yes", run })),
  async run({ staff, organisation }, { undo, run }, { now }) {
    const taken = await takeBulk(staff, { organisation, runId: run, undo }, now);
    return taken.ok ? { ok: true, to: `/console/bulk/${run}` } : taken;
  },
});

import { settingsDesk } from "@/app/console/settings/settings-door";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import { addAssignmentRule } from "@/lib/commands/change-assignment";
import { assignmentFormKey, ruleForm } from "@/lib/forms/console-assignment";
import { formPost } from "@/lib/web/form-post";

const page = "/console/settings/assignment";

export const POST = formPost({
  name: "add a rule of assignment",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async (_params: object, http, typed) => (await signedOutAnswer(http, typed)) ?? settingsDesk(),
  place: ({ staff }: Desk) => ({ organisationId: staff.organisationId, form: assignmentFormKey, page }),
  schema: () => ruleForm,
  run: async ({ staff, organisation }, rule, { now }) => {
    const added = await addAssignmentRule(staff, { organisation, rule }, now);
    return added.ok ? { ok: true, to: `${page}?done=added` } : added;
  },
});

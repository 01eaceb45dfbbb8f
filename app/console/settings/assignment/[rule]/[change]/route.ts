import { z } from "zod";
import { settingsDesk } from "@/app/console/settings/settings-door";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import { changeAssignmentRule } from "@/lib/commands/change-assignment";
import { assignmentFormKey, isRuleId, ruleChanges } from "@/lib/forms/console-assignment";
import { formPost } from "@/lib/web/form-post";

const page = "/console/settings/assignment";
type Params = { rule: string; change: string };
type Gate = Desk & { rule: string; to: (typeof ruleChanges)[number] };

export const POST = formPost({
  name: "change a rule of assignment",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async (params: Params, http, typed) => (await signedOutAnswer(http, typed)) ?? ruleGate(params),
  place: ({ staff }: Gate) => ({ organisationId: staff.organisationId, form: assignmentFormKey, page }),
  schema: () => z.object({}),
  run: async ({ staff, organisation, rule, to }, _typed, { now }) => {
    const changed = await changeAssignmentRule(staff, { organisation, rule, to }, now);
    return changed.ok ? { ok: true, to: `${page}?done=${to}` } : changed;
  },
});

async function ruleGate({ rule, change }: Params): Promise<Gate | null> {
  const to = ruleChanges.find((one) => one === change);
  const desk = to && isRuleId(rule) ? await settingsDesk() : null;
  return desk && to ? { ...desk, rule, to } : null;
}

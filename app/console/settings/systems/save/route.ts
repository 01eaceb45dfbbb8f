import { settingsDesk } from "@/app/console/settings/settings-door";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import { saveSystem } from "@/lib/commands/change-system";
import { type SystemToSave, systemForm, systemsFormKey } from "@/lib/forms/console-systems";
import { one, type Typed } from "@/lib/forms/kept-values";
import { systemVariablePrefix } from "@/lib/settings";
import { formPost } from "@/lib/web/form-post";

/** `seen`: the system that the form was opened for; empty for a new one. */
type Gate = Desk & { seen: string };

async function gateOf(typed: Typed): Promise<Gate | null> {
  const desk = await settingsDesk();
  const seen = one(typed, "seen");
  return desk && { ...desk, seen: /^[a-z0-9_-]{0,60}$/.test(seen) ? seen : "" };
}

export const POST = formPost<object, Gate, SystemToSave>({
  name: "save a system",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async (_params, http, typed) => (await signedOutAnswer(http, typed)) ?? gateOf(typed),
  place: ({ organisation, seen }) => ({
    organisationId: organisation.id,
    form: `${systemsFormKey}:${seen}`,
    page: `/console/settings/systems/${seen || "add"}`,
  }),
  schema: ({ organisation: { profile, slug } }) =>
    systemForm({
      categories: profile.retention.map(({ category }) => category),
      recipients: profile.recipients.map(({ id }) => id),
      variablePrefix: systemVariablePrefix(slug),
    }),
  run: async ({ staff, organisation, seen }, { system, version }, { now }) => {
    // The id is what records name: it never changes, whatever was typed.
    const whole = seen ? { ...system, id: seen } : system;
    const saved = await saveSystem(staff, { organisation, system: whole, version: seen ? version : null }, now);
    return saved.ok ? { ok: true, to: "/console/settings/systems?done=saved" } : saved;
  },
});

import { settingsDesk } from "@/app/console/settings/settings-door";
import { type Desk, signedOutAnswer } from "@/app/console/staff-gate";
import { adoptClockSettings } from "@/lib/commands/adopt-clock-settings";
import { adoptForm, datesFormKey } from "@/lib/forms/console-settings-dates";
import { formPost } from "@/lib/web/form-post";
import { noticeCookie } from "@/lib/web/notice";

const page = "/console/settings/dates";

export const POST = formPost({
  name: "move dates to the newest settings",
  actor: "staff",
  limit: { count: 60, seconds: 60 },
  gate: async (_params: object, http, typed) => (await signedOutAnswer(http, typed)) ?? settingsDesk(),
  place: ({ staff }: Desk) => ({ organisationId: staff.organisationId, form: datesFormKey, page }),
  schema: () => adoptForm,
  run: async ({ staff, organisation }, typed, { now }) => {
    const results = await adoptClockSettings(staff, { organisation, ...typed }, now);
    const to = `${page}?done=moved`;
    return { ok: true, to, cookies: [noticeCookie(page, { shown: { result: JSON.stringify(results) } }, now)] };
  },
});

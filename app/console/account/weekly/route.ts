import { ownAccount } from "@/app/console/account/staff-door";
import { chooseWeeklyLetters } from "@/lib/auth/weekly-letter";
import { weeklyForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account";

export const POST = accountPost({
  name: "choose weekly letters",
  actor: "staff",
  limit: { count: 60, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: weeklyForm,
  run: async (staff, { of }, { now }) => {
    await chooseWeeklyLetters(staff, { of }, now);
    return { ok: true, to: page, shown: { page, done: "Your choice of weekly letters is saved." } };
  },
});

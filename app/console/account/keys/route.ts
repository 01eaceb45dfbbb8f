import { ownAccount } from "@/app/console/account/staff-door";
import { chooseKeys } from "@/lib/auth/choose-keys";
import { keysForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account";

export const POST = accountPost({
  name: "choose keys",
  actor: "staff",
  limit: { count: 60, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: keysForm,
  run: async (staff, { singleKeys }) => {
    const on = singleKeys === "yes";
    await chooseKeys(staff, on);
    return { ok: true, to: page, shown: { page, done: on ? "Single keys are on." : "Single keys are off." } };
  },
});

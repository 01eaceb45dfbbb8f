import { ownAccount } from "@/app/console/account/staff-door";
import { removeSecondFactor } from "@/lib/auth/change-second-factor";
import { enrolForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account/second-factor";

export const POST = accountPost({
  name: "remove own second factor",
  actor: "staff",
  limit: { count: 30, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: enrolForm,
  run: async (staff, typed, { now, address }) => {
    const removed = await removeSecondFactor(staff, { ...typed, address }, now);
    if (!removed.ok) return removed;
    const shown = {
      page: "/console/account",
      done: "Your authenticator is no longer asked for. You are signed out everywhere else.",
    };
    return { ok: true, to: "/console/account", session: removed.token, shown };
  },
});

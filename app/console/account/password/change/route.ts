import { ownAccount } from "@/app/console/account/staff-door";
import { changePassword } from "@/lib/auth/change-password";
import { passwordForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account/password";

export const POST = accountPost({
  name: "change own password",
  actor: "staff",
  limit: { count: 30, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: passwordForm,
  run: async (staff, typed, { now, address }) => {
    const changed = await changePassword(staff, { ...typed, address }, now);
    if (!changed.ok) return changed;
    const shown = { page: "/console/account", done: "Your password is changed. You are signed out everywhere else." };
    return { ok: true, to: "/console/account", session: changed.token, shown };
  },
});

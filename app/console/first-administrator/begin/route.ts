import { becomeFirstAdministrator } from "@/lib/auth/join";
import { firstAdministratorForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

export const POST = accountPost({
  name: "first administrator",
  actor: "anyone",
  limit: { count: 20, seconds: 900 },
  gate: async () => ({}),
  page: () => "/console/first-administrator",
  schema: firstAdministratorForm,
  run: async (_, typed, { now, address }) => {
    const joined = await becomeFirstAdministrator({ ...typed, address }, now);
    return joined.ok ? { ok: true, to: "/console/account", session: joined.token } : joined;
  },
});

import { ownAccount } from "@/app/console/account/staff-door";
import { endOwnSessions } from "@/lib/auth/own-sessions";
import { sessionForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account";

export const POST = accountPost({
  name: "end own sessions",
  actor: "staff",
  limit: { count: 60, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: sessionForm,
  run: async (staff, { session }, { now }) => {
    await endOwnSessions(staff, session, now);
    return { ok: true, to: page };
  },
});

import { ownAccount } from "@/app/console/account/staff-door";
import { enrolSecondFactor } from "@/lib/auth/change-second-factor";
import { enrolForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/account/second-factor";

export const POST = accountPost({
  name: "enrol a second factor",
  actor: "staff",
  limit: { count: 30, seconds: 900 },
  gate: ownAccount,
  page: () => page,
  schema: enrolForm,
  run: async (staff, typed, { now, address }) => {
    const enrolled = await enrolSecondFactor(staff, { ...typed, address }, now);
    if (!enrolled.ok) return enrolled;
    const shown = {
      page: "/console/account",
      done: "Your authenticator is in use. You are signed out everywhere else.",
    };
    return { ok: true, to: "/console/account", session: enrolled.token, shown };
  },
});

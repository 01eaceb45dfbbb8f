import { administratorDesk } from "@/app/console/account/staff-door";
import { withdrawInvitation } from "@/lib/auth/team/invite-member";
import { withdrawForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/team";

export const POST = accountPost({
  name: "withdraw an invitation",
  actor: "administrator",
  limit: { count: 60, seconds: 3_600 },
  gate: administratorDesk,
  page: () => page,
  schema: withdrawForm,
  run: async (staff, { invitation }, { now }) => {
    const withdrawn = await withdrawInvitation(staff, invitation, now);
    return withdrawn.ok ? { ok: true, to: page, shown: { page, done: "The invitation is withdrawn." } } : withdrawn;
  },
});

import { administratorDesk } from "@/app/console/account/staff-door";
import { inviteMember } from "@/lib/auth/team/invite-member";
import { inviteForm } from "@/lib/forms/staff-forms";
import { settings } from "@/lib/settings";
import { accountPost } from "@/lib/web/account-post";

const page = "/console/team";

export const POST = accountPost({
  name: "invite a member",
  actor: "administrator",
  limit: { count: 60, seconds: 3_600 },
  gate: administratorDesk,
  page: () => page,
  schema: inviteForm,
  run: async (staff, typed, { now }) => {
    const offered = await inviteMember(staff, typed, now);
    if (!offered.ok) return offered;
    const link = `${settings().baseUrl}/console/join/${offered.token}`;
    return { ok: true, to: page, shown: { page, link, done: `Invitation for ${typed.email}` } };
  },
});

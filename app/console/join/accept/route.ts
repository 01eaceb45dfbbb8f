import { acceptInvitation, lookAtInvitation } from "@/lib/auth/join";
import { recoverAccount } from "@/lib/auth/recover";
import { invitationForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";
import { readCookie } from "@/lib/web/cookies";

export const POST = accountPost({
  name: "accept an invitation",
  actor: "anyone",
  limit: { count: 40, seconds: 900 },
  gate: async (_, http) => ({ token: readCookie(http, "habeas_invitation") ?? "" }),
  page: () => "/console/join",
  schema: invitationForm,
  run: async ({ token }, { name = "", ...typed }, { now, address }) => {
    const invitation = await lookAtInvitation(token, now);
    const joined =
      invitation?.roles.length === 0
        ? await recoverAccount({ token, ...typed }, now)
        : await acceptInvitation({ token, name, address, ...typed }, now);
    if (!joined.ok) return joined;
    const cookies = [{ name: "habeas_invitation", value: "", maxAgeSeconds: 0 }] as const;
    return { ok: true, to: "/console/account", session: joined.token, cookies };
  },
});

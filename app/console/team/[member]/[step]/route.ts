import type { NextResponse } from "next/server";
import { administratorDesk } from "@/app/console/account/staff-door";
import type { SignedInStaff } from "@/lib/auth/staff-session";
import { changeRoles, disableMember, endMemberSessions, resetSecondFactor } from "@/lib/auth/team/change-member";
import { offerRecovery } from "@/lib/auth/team/invite-member";
import { memberForm, memberSteps } from "@/lib/forms/staff-forms";
import { settings } from "@/lib/settings";
import { accountPost } from "@/lib/web/account-post";

type Step = (typeof memberSteps)[number];
type Params = { member: string; step: string };
type Gate = { staff: SignedInStaff; member: string; step: Step };

const done: Readonly<Record<Step, string>> = {
  roles: "The roles are changed, from their next request on.",
  "end-sessions": "They are signed out everywhere.",
  "reset-factor": "Their authenticator is no longer asked for. They can set up a new one.",
  recover: "A link for a new password",
  disable: "The account is closed.",
};

async function gate({ member, step }: Params): Promise<Gate | NextResponse | null> {
  const known = memberSteps.find((one) => one === step);
  const staff = await administratorDesk();
  if (staff === null || !known) return null;
  return "kind" in staff ? { staff, member, step: known } : staff;
}

function take({ staff, member, step }: Gate, roles: SignedInStaff["roles"], now: Date) {
  switch (step) {
    case "roles":
      return changeRoles(staff, { staffId: member, roles }, now);
    case "end-sessions":
      return endMemberSessions(staff, member, now);
    case "reset-factor":
      return resetSecondFactor(staff, member, now);
    case "recover":
      return offerRecovery(staff, member, now);
    case "disable":
      return disableMember(staff, member, now);
  }
}

export const POST = accountPost({
  name: "change a member",
  actor: "administrator",
  limit: { count: 120, seconds: 3_600 },
  gate,
  page: ({ member }: Params) => `/console/team/${encodeURIComponent(member)}`,
  schema: memberForm,
  run: async (at, { roles }, { now }) => {
    const taken = await take(at, roles, now);
    if (!taken.ok) return taken;
    const left = at.step === "roles" && roles.length === 0;
    const page = left ? "/console/team" : `/console/team/${at.member}`;
    const words = left ? "They no longer belong to this organisation." : done[at.step];
    const shown = { page, done: words };
    if (!("token" in taken)) return { ok: true, to: page, shown };
    return { ok: true, to: page, shown: { ...shown, link: `${settings().baseUrl}/console/join/${taken.token}` } };
  },
});

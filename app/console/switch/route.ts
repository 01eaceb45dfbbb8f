import { switchOrganisation } from "@/lib/auth/own-sessions";
import { returnPath } from "@/lib/auth/return-path";
import { currentStaff } from "@/lib/auth/staff";
import { organisationForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";
import { seeOther } from "@/lib/web/form-post";

export const POST = accountPost({
  name: "switch organisation",
  actor: "staff",
  limit: { count: 300, seconds: 900 },
  gate: async () => (await currentStaff()) ?? seeOther("/console/sign-in"),
  page: () => "/console/account",
  schema: organisationForm,
  run: async (staff, { organisation, to }) => {
    const switched = await switchOrganisation(staff, organisation);
    return switched.ok ? { ok: true, to: returnPath(to) } : switched;
  },
});

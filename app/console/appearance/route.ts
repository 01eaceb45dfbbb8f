import { ownAccount } from "@/app/console/account/staff-door";
import { returnPath } from "@/lib/auth/return-path";
import { appearanceForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";

const aYear = 365 * 86_400;

// A screen's matter, not a person's: the cookie belongs to this browser, and an empty one follows the machine again.
export const POST = accountPost({
  name: "choose theme",
  actor: "staff",
  limit: { count: 120, seconds: 900 },
  gate: ownAccount,
  page: () => "/console/commands",
  schema: appearanceForm,
  run: async (_, { theme, to }) => ({
    ok: true,
    to: returnPath(/^\/console\/(.*)$/.exec(to)?.[1]),
    cookies: [
      theme === "system"
        ? { name: "habeas_theme", value: "", maxAgeSeconds: 0 }
        : { name: "habeas_theme", value: theme, maxAgeSeconds: aYear },
    ],
  }),
});

import { stopWeeklyLetter } from "@/lib/auth/weekly-letter";
import { nothingForm } from "@/lib/forms/staff-forms";
import { accountPost } from "@/lib/web/account-post";
import { readCookie } from "@/lib/web/cookies";

const page = "/console/weekly/stop";

export const POST = accountPost({
  name: "stop the weekly letter",
  actor: "anyone",
  limit: { count: 60, seconds: 900 },
  gate: async (_, http) => {
    const token = readCookie(http, "habeas_weekly");
    return token ? { token } : null;
  },
  page: () => page,
  schema: nothingForm,
  run: async ({ token }, _, { now }) => {
    // A link that stops nothing is told by the page, which asks the same question again.
    await stopWeeklyLetter(token, now);
    return { ok: true, to: page };
  },
});

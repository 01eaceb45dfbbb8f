import { endSession } from "@/lib/auth/sign-out";
import { sessionSecret } from "@/lib/auth/staff";
import { nothingForm } from "@/lib/forms/staff-forms";
import { accountPost, setSessionCookie } from "@/lib/web/account-post";
import { seeOther } from "@/lib/web/form-post";

/** Ends the session, takes its cookie, and has the browser forget the pages it showed (ASVS V14.3.1). */
export const POST = accountPost({
  name: "staff sign-out",
  actor: "anyone",
  limit: { count: 300, seconds: 900 },
  gate: async () => {
    const secret = await sessionSecret();
    if (secret) await endSession(secret, new Date());
    const away = seeOther("/console/sign-in");
    setSessionCookie(away, "");
    away.headers.set("Clear-Site-Data", '"cache", "storage"');
    return away;
  },
  page: () => "/console/sign-in",
  schema: nothingForm,
  run: async () => ({ ok: true, to: "/console/sign-in" }),
});

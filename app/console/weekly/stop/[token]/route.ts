import { stopWeeklyLetter } from "@/lib/auth/weekly-letter";
import { seeOther } from "@/lib/web/form-post";
import { oneClickPost } from "@/lib/web/one-click-post";

/** The link in the weekly letter. It stops nothing: the secret moves into a cookie, and the page behind asks. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const value = /^[A-Za-z0-9_-]{86}$/.test(token) ? token : "";
  return seeOther("/console/weekly/stop", [{ name: "habeas_weekly", value, maxAgeSeconds: value ? 1_800 : 0 }]);
}

/** The same address, pressed by a mail program for its reader. */
export const POST = oneClickPost(
  { name: "stop the weekly letter with one click", actor: "anyone", limit: { count: 300, seconds: 900 } },
  async ({ token }: { token: string }, now) => stopWeeklyLetter(token, now),
);

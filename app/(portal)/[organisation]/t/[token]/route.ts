import type { NextRequest } from "next/server";
import { seeOther } from "@/lib/web/form-post";
import { noOwnerCookie, taskLinkCookie } from "@/lib/web/owner-cookie";

/**
 * The link in a letter to whoever answers for a system. Fetching it, by whomever and however often, uses nothing up: it puts
 * the secret into a cookie, out of the address bar, and shows the page that has a code sent.
 */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; token: string }> },
) {
  const { organisation, token } = await params;
  const to = `/${encodeURIComponent(organisation)}/tasks`;
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return seeOther(to);
  // A task that was opened here before is not the one that this link is about.
  return seeOther(to, [taskLinkCookie(token), noOwnerCookie]);
}

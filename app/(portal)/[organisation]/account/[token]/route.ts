import type { NextRequest } from "next/server";
import { handOverCookie } from "@/lib/web/account-cookies";
import { seeOther } from "@/lib/web/form-post";

// Three parts of base64url; longer than this no browser would carry it in a cookie.
const handOverShape = /^(?=.{20,3000}$)[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/**
 * The way over from the account settings. Fetching it, by whomever and however often, changes nothing: it puts the token into
 * a cookie for ten minutes, out of the address bar, and shows the page whose button is what counts.
 */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; token: string }> },
) {
  const { organisation, token } = await params;
  const to = `/${encodeURIComponent(organisation)}/account`;
  if (!handOverShape.test(token)) return seeOther(`${to}?why=hand_over_dead`);
  return seeOther(to, [handOverCookie(token)]);
}

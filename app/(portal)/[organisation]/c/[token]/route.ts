import type { NextRequest } from "next/server";
import { seeOther } from "@/lib/web/form-post";

const linkSeconds = 600;

/**
 * A link in a letter. Fetching it, by whomever and however often, changes nothing: it puts the secret into a cookie for
 * ten minutes, out of the address bar, and shows the page whose button is what counts.
 */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; token: string }> },
) {
  const { organisation, token } = await params;
  const to = `/${encodeURIComponent(organisation)}/confirm`;
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return seeOther(to);
  return seeOther(to, [{ name: "habeas_link", value: token, maxAgeSeconds: linkSeconds }]);
}

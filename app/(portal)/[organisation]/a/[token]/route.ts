import type { NextRequest } from "next/server";
import { seeOther } from "@/lib/web/form-post";

const linkSeconds = 600;

/**
 * The link in the letter to somebody for whom an agent asks. Fetching it answers nothing: it puts the secret into a cookie
 * for ten minutes, out of the address bar, and shows the page with the two answers.
 */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; token: string }> },
) {
  const { organisation, token } = await params;
  const to = `/${encodeURIComponent(organisation)}/agent`;
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return seeOther(to);
  return seeOther(to, [{ name: "habeas_agent", value: token, maxAgeSeconds: linkSeconds }]);
}

import type { NextRequest } from "next/server";
import { seeOther } from "@/lib/web/form-post";

const linkSeconds = 600;

/** The link in the letter to a new address. Fetching it changes nothing: the button on the page it leads to does. */
export async function GET(
  _http: NextRequest,
  { params }: { params: Promise<{ organisation: string; token: string }> },
) {
  const { organisation, token } = await params;
  const to = `/${encodeURIComponent(organisation)}/new-address`;
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return seeOther(to);
  return seeOther(to, [{ name: "habeas_link", value: token, maxAgeSeconds: linkSeconds }]);
}

import { seeOther } from "@/lib/web/form-post";

/** The link of an invitation. It uses nothing up: the secret moves from the address into a cookie that lasts half an hour. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const value = /^[A-Za-z0-9_-]{20,100}$/.test(token) ? token : "";
  return seeOther("/console/join", [{ name: "habeas_invitation", value, maxAgeSeconds: value ? 1_800 : 0 }]);
}

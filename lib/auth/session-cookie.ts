import "server-only";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { derivedKey } from "@/lib/db/key-ring";
import { staffSessionLimits } from "@/lib/db/staff-sessions";
import { settings } from "@/lib/settings";

export const sessionSeconds = staffSessionLimits.totalHours * 3_600;

/** Key of the session cookies. Its own purpose, so that it opens nothing else and nothing else opens it. */
export function sessionKey(): string {
  return derivedKey("token", "next-auth").toString("base64url");
}

/** Cookies of next-auth under our names and bound to this host, where the address is https (RFC 6265bis, `__Host-`). */
export function sessionCookies() {
  const secure = settings().baseUrl.startsWith("https:");
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  const named = (name: string) => ({ name: secure ? `__Host-${name}` : name, options });
  return {
    sessionToken: named("habeas_staff"),
    callbackUrl: named("habeas_auth_return"),
    csrfToken: named("habeas_auth_form"),
  } satisfies NextAuthOptions["cookies"];
}

/** The cookie for a new session: next-auth's encrypted token around our opaque secret, and nothing else. */
export async function sealedSession(token: string): Promise<string> {
  return encode({ token: { habeas: token }, secret: sessionKey(), maxAge: sessionSeconds });
}

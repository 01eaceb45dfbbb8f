import "server-only";
import type { NextRequest, NextResponse } from "next/server";
import { settings } from "@/lib/settings";

/** Every cookie but those of staff sessions, which belong to next-auth. */
export type CookieName =
  | "habeas_person"
  | "habeas_browser"
  | "habeas_link"
  | "habeas_agent"
  | "habeas_language"
  | "habeas_time_zone"
  | "habeas_notice"
  | "habeas_theme"
  | "habeas_invitation"
  | "habeas_weekly"
  | "habeas_hand_over"
  | "habeas_sign_in"
  | "habeas_account"
  | "habeas_task"
  | "habeas_owner";

export type CookieToSet = { name: CookieName; value: string; maxAgeSeconds: number };

/** How long a browser stays known to its own kept forms; the forms themselves go after a day. */
export const browserCookieSeconds = 7 * 86_400;

function secure(): boolean {
  return settings().baseUrl.startsWith("https:");
}

/** `__Host-` binds a cookie to this host over TLS (RFC 6265bis); without TLS, on loopback, browsers would drop it. */
export function cookieName(name: CookieName): string {
  return secure() ? `__Host-${name}` : name;
}

export function readCookie(http: Pick<NextRequest, "cookies">, name: CookieName): string | null {
  return http.cookies.get(cookieName(name))?.value ?? null;
}

export function setCookie(answer: NextResponse, { name, value, maxAgeSeconds }: CookieToSet): void {
  answer.cookies.set(cookieName(name), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: secure(),
    path: "/",
    maxAge: maxAgeSeconds,
  });
}

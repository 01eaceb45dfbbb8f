import { personSessionSeconds } from "@/lib/auth/person";
import type { CookieToSet } from "./cookies";

/** The key to one request for this browser. */
export function personCookie(session: string): CookieToSet {
  return { name: "habeas_person", value: session, maxAgeSeconds: personSessionSeconds };
}

export const noPersonCookie: CookieToSet = { name: "habeas_person", value: "", maxAgeSeconds: 0 };
export const noAgentCookie: CookieToSet = { name: "habeas_agent", value: "", maxAgeSeconds: 0 };
export const noLinkCookie: CookieToSet = { name: "habeas_link", value: "", maxAgeSeconds: 0 };

/** Where a link or code that fitted leads: the request's page, with the key to it. */
export function openedAt(slug: string, redeemed: { reference: string; session: string; confirmedNow: boolean }) {
  const to = `/${slug}/requests/${redeemed.reference}${redeemed.confirmedNow ? "?said=confirmed" : ""}`;
  return { ok: true, to, cookies: [personCookie(redeemed.session), noLinkCookie] } as const;
}

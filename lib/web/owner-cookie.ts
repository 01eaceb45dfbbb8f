import { ownerSessionSeconds } from "@/lib/auth/owner";
import type { CookieToSet } from "./cookies";

// Long enough to fetch a code from a slow mailbox, and a second one.
const linkSeconds = 1_800;

/** The secret of a link to one task; it opens nothing without a code. */
export function taskLinkCookie(token: string): CookieToSet {
  return { name: "habeas_task", value: token, maxAgeSeconds: linkSeconds };
}

/** The key to one task for this browser. */
export function ownerCookie(session: string): CookieToSet {
  return { name: "habeas_owner", value: session, maxAgeSeconds: ownerSessionSeconds };
}

export const noTaskLinkCookie: CookieToSet = { name: "habeas_task", value: "", maxAgeSeconds: 0 };
export const noOwnerCookie: CookieToSet = { name: "habeas_owner", value: "", maxAgeSeconds: 0 };

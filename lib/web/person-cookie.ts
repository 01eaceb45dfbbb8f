import type { CookieToSet } from "./cookies";

/** As long as a session can last at most; the session itself ends sooner when it idles. */
const seconds = 12 * 3600;

/** The key to one request for this browser. */
export function personCookie(session: string): CookieToSet {
  return { name: "habeas_person", value: session, maxAgeSeconds: seconds };
}

export const noPersonCookie: CookieToSet = { name: "habeas_person", value: "", maxAgeSeconds: 0 };

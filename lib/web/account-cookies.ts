import "server-only";
import { provenAccountSeconds, sealAccount } from "@/lib/auth/account/proven-account";
import { signInSeconds } from "@/lib/auth/account/sign-in";
import type { ProvenAccount } from "@/lib/domain/account";
import type { CookieToSet } from "./cookies";

/** A hand-over that was opened and waits for its button. */
export function handOverCookie(token: string): CookieToSet {
  return { name: "habeas_hand_over", value: token, maxAgeSeconds: signInSeconds };
}

/** A sign-in on its way. */
export function signInCookie(underWay: string): CookieToSet {
  return { name: "habeas_sign_in", value: underWay, maxAgeSeconds: signInSeconds };
}

/** The account that this browser proved at this organisation. */
export function accountCookie(organisation: { id: string }, account: ProvenAccount, now: Date): CookieToSet {
  return {
    name: "habeas_account",
    value: sealAccount(organisation, account, now),
    maxAgeSeconds: provenAccountSeconds,
  };
}

export const noHandOverCookie: CookieToSet = { name: "habeas_hand_over", value: "", maxAgeSeconds: 0 };
export const noSignInCookie: CookieToSet = { name: "habeas_sign_in", value: "", maxAgeSeconds: 0 };
export const noAccountCookie: CookieToSet = { name: "habeas_account", value: "", maxAgeSeconds: 0 };

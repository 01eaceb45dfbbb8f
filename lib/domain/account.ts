// Decides what a proven account of the organisation's own product is worth, and for how long.
// Answers to 11 CCR §7061(a) and EDPB 01/2022 §§65–67: whoever has an account is best known by signing in to it.
import type { ProofMeans } from "./events";
import { canonicalEmail, type Filing } from "./filing";
import { asksForOther } from "./verification";

/** By which door somebody came from their account. */
export type AccountDoor = Extract<ProofMeans, "hand_over" | "sign_in">;

/** What the organisation's account system said about whoever sits at this screen. `email` is canonical. */
export type ProvenAccount = { email: string; name: string | null; door: AccountDoor };

/** For so long a browser may ask from its account without showing it again. */
export const accountMinutes = 30;

/** For so long a sign-in may take, and a hand-over that was opened may wait for its button. */
export const signInMinutes = 10;

/** A hand-over is signed the moment the link is pressed; five minutes forgive slow clocks and slow networks. */
export const handOverSeconds = 300;

/** How far two machines' clocks may be apart, in seconds. */
export const clockTolerance = 30;

/**
 * Does the account show that this filing is the person's own? Only for the very address that the account has. Whoever asks
 * for somebody else shows nothing about that person by signing in (ATK-I4).
 */
export function vouchesFor(account: ProvenAccount | undefined, filing: Pick<Filing, "relation" | "person">): boolean {
  if (!account || asksForOther(filing.relation)) return false;
  return canonicalEmail(filing.person.email) === account.email;
}

/** A hand-over is short-lived by its own dates, all in seconds since 1970. */
export function isShortLived(claims: { issuedAt: number; endsAt: number }): boolean {
  const life = claims.endsAt - claims.issuedAt;
  return life > 0 && life <= handOverSeconds;
}

/** The person signed in for this and not some time ago: not before they were sent there. Seconds since 1970. */
export function signedInFor(signedInAt: number, sentAt: number): boolean {
  return signedInAt >= sentAt - clockTolerance;
}

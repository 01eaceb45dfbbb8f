// Decides what a proven account of the organisation's own product is worth, and for how long.
// Answers to 11 CCR §7061(a) and EDPB 01/2022 §§65–67: whoever has an account is best known by signing in to it.
import { signs } from "./declaration";
import type { ProofMeans } from "./events";
import { canonicalEmail, type Filing, mayBeOnFile } from "./filing";
import { asksForOther } from "./verification";

/** By which door somebody came from their account. */
export type AccountDoor = Extract<ProofMeans, "hand_over" | "sign_in">;

/**
 * What the organisation's account system said about whoever sits at this screen. `email` is canonical. `anew`: they signed in
 * for this, or a moment before; a screen that was left open shows whose mailbox it is and not who sits there.
 */
export type ProvenAccount = { email: string; name: string | null; door: AccountDoor; anew: boolean };

/** `address`: its mailbox needs no letter to be confirmed. `person`: it shows as well whose data is asked for. */
export type AccountWorth = "nothing" | "address" | "person";

/** For so long a browser may ask from its account without showing it again. */
export const accountMinutes = 30;

/** For so long a sign-in may take, and a hand-over that was opened may wait for its button. */
export const signInMinutes = 10;

/** A hand-over is signed the moment the link is pressed; five minutes forgive slow clocks and slow networks. */
export const handOverSeconds = 300;

/** Whoever signed in so long ago, or longer, signs in once more before it shows who they are (11 CCR §7061(a)). */
export const lateMinutes = 15;

/** How far two machines' clocks may be apart, in seconds. */
export const clockTolerance = 30;

type Asking = Pick<Filing, "relation" | "person">;

/**
 * What the account shows about a filing: its owner, and nobody else. The account's own address is vouched for. Whose data is
 * asked for is shown only where the person says that we know them by that address, signed in for this, and the account is in
 * the name of the request, as they would sign; else anybody with an account of their own could ask under any name (ATK-I4).
 * `nameOnFile`: what the organisation's matching source says of an account without a name (`needsLookUp`).
 * Source: EDPB 01/2022 §§65–67 (authenticating by the account shows whose account it is), 11 CCR §7061(a).
 */
export function accountWorth(account: ProvenAccount | undefined, asking: Asking, nameOnFile: boolean): AccountWorth {
  if (!account || asksForOther(asking.relation)) return "nothing";
  const person = { ...asking.person, email: canonicalEmail(asking.person.email) };
  if (person.email !== account.email) return "nothing";
  const inTheirName = account.name === null ? nameOnFile : signs(account.name, person.name);
  return account.anew && mayBeOnFile(person) && inTheirName ? "person" : "address";
}

/** Is nothing left open but the name that the account does not tell? Only then is the matching source worth asking. */
export function needsLookUp(account: ProvenAccount | undefined, asking: Asking): boolean {
  return accountWorth(account, asking, true) !== accountWorth(account, asking, false);
}

/** The account is in another name than the request: the person should read why it does not show who they are. */
export function isInOtherName(account: ProvenAccount | undefined, asking: Asking): boolean {
  if (!account?.name || accountWorth(account, asking, false) !== "address") return false;
  return !signs(account.name, asking.person.name);
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

/** For a hand-over: they signed in a moment ago. Seconds since 1970; null where the account system does not say when. */
export function signedInLately(signedInAt: number | null, now: number): boolean {
  if (signedInAt === null || signedInAt > now + clockTolerance) return false;
  return now - signedInAt <= lateMinutes * 60;
}

import "server-only";
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Organisation } from "@/lib/db/organisations";
import { type ProvenAccount, signedInFor, signInMinutes } from "@/lib/domain/account";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { logFault, logInfo } from "@/lib/log";
import { settings } from "@/lib/settings";
import { holderOf } from "./account-claims";
import { provenAccount } from "./proven-account";
import { providerOf } from "./provider";
import { openFromBrowser, sealForBrowser } from "./sealed-for-browser";

/** What somebody signs in for: to ask something new, or to show for one request that it is theirs. */
export type SignInPurpose = { to: "ask" } | { to: "prove"; requestId: string; reference: string };

export const signInSeconds = signInMinutes * 60;

/** A sign-in on its way. `sentAt` in seconds since 1970. */
type UnderWay = { state: string; nonce: string; verifier: string; sentAt: number; purpose: SignInPurpose };

/** Where the provider sends people back to: always at the configured address, never at the one that a request names. */
export function callbackOf(organisation: { slug: string }): string {
  return `${settings().baseUrl}/${organisation.slug}/account/callback`;
}

/**
 * Where to send the browser, and what it has to bring back: the authorisation code flow with PKCE (RFC 7636), state and nonce
 * (OpenID Connect Core §3.1). The person must sign in anew, however long ago they did (§3.1.2.1): a screen that was left open
 * asks for nothing, and shows nothing (11 CCR §7061(a)).
 */
export async function beginSignIn(
  organisation: Organisation,
  purpose: SignInPurpose,
  now: Date,
): Promise<{ ok: true; to: string; underWay: string } | Refused> {
  const { signIn } = organisation.profile.identity;
  if (!signIn) return refuse("not_found");
  let provider: Configuration;
  try {
    provider = await providerOf(signIn, now);
  } catch (fault) {
    return away(organisation, fault);
  }
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  const to = buildAuthorizationUrl(provider, {
    redirect_uri: callbackOf(organisation),
    // The name is what a request is compared with: an account shows its owner and nobody else.
    scope: "openid email profile",
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    prompt: "login",
    max_age: "0",
  });
  const sentAt = Math.floor(now.getTime() / 1000);
  const endsAt = new Date(now.getTime() + signInSeconds * 1000);
  const value: UnderWay = { state, nonce, verifier, sentAt, purpose };
  return { ok: true, to: to.href, underWay: sealForBrowser({ organisation, carried: "sign-in" }, value, endsAt) };
}

/** What this browser was sent away for; null when nothing is under way in it. */
export function purposeUnderWay(
  organisation: { id: string },
  underWay: string | null,
  now: Date,
): SignInPurpose | null {
  const value = openFromBrowser({ organisation, carried: "sign-in" }, underWay, now) as UnderWay | null;
  return value?.purpose ?? null;
}

/**
 * The browser is back. `answer` is the query of the address it came to. The account counts only when everything fits: the
 * state to this browser, the code to the verifier, the token to issuer, client, nonce and key, and the address is verified.
 */
export async function finishSignIn(
  organisation: Organisation,
  input: { underWay: string | null; answer: string },
  now: Date,
): Promise<{ ok: true; account: ProvenAccount; purpose: SignInPurpose } | Refused> {
  const { signIn } = organisation.profile.identity;
  const sent = openFromBrowser({ organisation, carried: "sign-in" }, input.underWay, now) as UnderWay | null;
  if (!signIn || !sent) return refuse("account_not_shown");
  try {
    const provider = await providerOf(signIn, now);
    const back = new URL(callbackOf(organisation));
    back.search = input.answer;
    const again = sent.purpose.to === "prove";
    const tokens = await authorizationCodeGrant(provider, back, {
      expectedState: sent.state,
      expectedNonce: sent.nonce,
      pkceCodeVerifier: sent.verifier,
      idTokenExpected: true,
      // Makes it demand `auth_time`; whether that is recent enough is our own rule. Who only wants to ask may come from a
      // provider that does not tell: then the account vouches for its address, and for nothing else.
      ...(again ? { maxAge: signInSeconds } : {}),
    });
    const claims = tokens.claims();
    const anew = claims !== undefined && signedInFor(Number(claims.auth_time), sent.sentAt);
    if (!claims || (!anew && (again || claims.auth_time !== undefined))) return notShown("too old");
    const holder = holderOf(await withNames(provider, claims, tokens.access_token));
    if (!holder.ok) return holder;
    return { ok: true, account: provenAccount(holder, "sign_in", anew), purpose: sent.purpose };
  } catch (fault) {
    if (isAway(fault)) return away(organisation, fault);
    return notShown(fault instanceof Error && "code" in fault ? String(fault.code) : "unknown");
  }

  function notShown(reason: string): Refused {
    logInfo("a sign-in at an account was refused", { organisationId: organisation.id, reason });
    return refuse("account_not_shown");
  }
}

/**
 * Many providers tell address and name at their user endpoint only; it must be about the same account (OpenID Connect
 * §5.3.2). An address that the token tells is not taken from elsewhere.
 */
async function withNames(provider: Configuration, claims: IDToken, accessToken: string): Promise<unknown> {
  const told = claims.email !== undefined && (claims.name ?? claims.family_name) !== undefined;
  if (told || !provider.serverMetadata().userinfo_endpoint) return claims;
  const user = await fetchUserInfo(provider, accessToken, claims.sub);
  if (claims.email === undefined) return user;
  const { name, given_name, family_name } = user;
  return { ...claims, name, given_name, family_name };
}

// Nobody answered, or not in time. What the provider said against it is no such thing.
function isAway(fault: unknown): boolean {
  if (fault instanceof ClientError && fault.code === "OAUTH_TIMEOUT") return true;
  return fault instanceof TypeError && !("code" in fault);
}

function away(organisation: { id: string }, fault: unknown): Refused {
  logFault("the sign-in at an account could not be reached", fault, { organisationId: organisation.id });
  return refuse("account_away");
}

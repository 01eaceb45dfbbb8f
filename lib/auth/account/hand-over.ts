import "server-only";
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { spendToken } from "@/lib/db/spent-tokens";
import {
  clockTolerance,
  handOverSeconds,
  isShortLived,
  type ProvenAccount,
  signedInLately,
} from "@/lib/domain/account";
import type { AccountHandOver } from "@/lib/domain/organisation";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { logInfo } from "@/lib/log";
import { settings } from "@/lib/settings";
import { holderOf } from "./account-claims";
import { provenAccount } from "./proven-account";

/** Explicit typing (RFC 8725 §3.11): no other token of the same issuer and key is taken for a hand-over. */
export const handOverType = "habeas-hand-over+jwt";

/** Signatures with a key pair only. Shared secrets and "none" are not among them (RFC 8725 §3.1). */
const algorithms = ["EdDSA", "ES256", "RS256"];

export type HandOver = { ok: true; account: ProvenAccount; id: string; endsAt: Date };

/** To whom a hand-over to this organisation's desk must be addressed. */
export function handOverAudience(organisation: { slug: string }): string {
  return `${settings().baseUrl}/${organisation.slug}`;
}

/** Reads a hand-over without using it up. Refused alike, whatever is wrong with it; the log has the kind of fault. */
export async function readHandOver(organisation: Organisation, token: string, now: Date): Promise<HandOver | Refused> {
  const { handOver } = organisation.profile.identity;
  if (!handOver) return refuse("not_found");
  const audience = handOverAudience(organisation);
  try {
    const { payload } = await jwtVerify(token, keysOf(handOver), {
      algorithms,
      typ: handOverType,
      issuer: handOver.issuer,
      audience,
      currentDate: now,
      clockTolerance,
      // Also says that it must not come from the future.
      maxTokenAge: handOverSeconds,
    });
    const read = dates(audience).safeParse(payload);
    if (!read.success || !isShortLived({ issuedAt: read.data.iat, endsAt: read.data.exp })) return dead("claims");
    const holder = holderOf(payload);
    if (!holder.ok) return holder;
    // Remembered until no clock of ours would take it any more.
    const endsAt = new Date((read.data.exp + clockTolerance) * 1000);
    const anew = signedInLately(read.data.auth_time, Math.floor(now.getTime() / 1000));
    return { ok: true, account: provenAccount(holder, "hand_over", anew), id: read.data.jti, endsAt };
  } catch (fault) {
    if (isAway(fault)) return refuse("account_away");
    return dead(fault instanceof errors.JOSEError ? fault.code : "unreadable");
  }

  function dead(reason: string): Refused {
    logInfo("a hand-over from an account was refused", { organisationId: organisation.id, reason });
    return refuse("hand_over_dead");
  }
}

/** Uses a hand-over up, once: of two who bring the same one, at whatever moment, one is refused. */
export async function acceptHandOver(
  organisation: Organisation,
  token: string,
  now: Date,
): Promise<{ ok: true; account: ProvenAccount } | Refused> {
  const read = await readHandOver(organisation, token, now);
  if (!read.ok) return read;
  const { id, endsAt: expiresAt, account } = read;
  const first = await inOrganisation(organisation.id, (scope) => spendToken(scope, { id, expiresAt }));
  return first ? { ok: true, account } : refuse("hand_over_dead");
}

// One desk and no other: a list of audiences is a token that somebody else may present as well.
function dates(audience: string) {
  return z.object({
    aud: z.literal(audience),
    jti: z.string().min(8).max(200),
    iat: z.number(),
    exp: z.number(),
    // When they signed in (OpenID Connect Core §2). Left out or unreadable, it was not lately.
    auth_time: z.number().nullable().catch(null),
  });
}

const remote = new Map<string, JWTVerifyGetKey>();

function keysOf({ jwksUrl, publicJwk }: AccountHandOver): JWTVerifyGetKey {
  if (publicJwk) return createLocalJWKSet({ keys: [publicJwk] });
  if (!jwksUrl) throw new Error("the profile names no key");
  const known = remote.get(jwksUrl) ?? createRemoteJWKSet(new URL(jwksUrl));
  remote.set(jwksUrl, known);
  return known;
}

// The keys could not be fetched: no fault of whoever stands at the door.
function isAway(fault: unknown): boolean {
  if (!(fault instanceof errors.JOSEError)) return true;
  return fault instanceof errors.JWKSTimeout || fault.code === "ERR_JOSE_GENERIC";
}

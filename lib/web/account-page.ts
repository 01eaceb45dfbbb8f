import "server-only";
import { cookies, headers } from "next/headers";
import type { NextRequest } from "next/server";
import { getLocale } from "next-intl/server";
import { readHandOver } from "@/lib/auth/account/hand-over";
import { openAccount } from "@/lib/auth/account/proven-account";
import { countAgainst } from "@/lib/db/rate-limit";
import type { ProvenAccount } from "@/lib/domain/account";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import { type Refusal, refusals, refuse } from "@/lib/domain/refusal";
import { wordsIn } from "@/lib/domain/words";
import type { Organisation } from "@/lib/queries/organisation";
import { clientAddress } from "./client-address";
import { cookieName, readCookie } from "./cookies";
import { readForPage } from "./portal-page";

/** Which ways from an account this organisation has. */
export function hasAccountDoor({ identity }: Pick<OrganisationProfile, "identity">): boolean {
  return identity.signIn !== undefined || identity.handOver !== undefined;
}

/** The account that this browser proved here. Reads the clock: a page is a door. */
export async function accountHere(organisation: Organisation): Promise<ProvenAccount | null> {
  return openAccount(organisation, (await cookies()).get(cookieName("habeas_account"))?.value, new Date());
}

/** The same for a POST or GET handler. */
export function accountBehind(organisation: Organisation, http: NextRequest, now: Date): ProvenAccount | null {
  return openAccount(organisation, readCookie(http, "habeas_account"), now);
}

/** The account on whose behalf a hand-over waits for its button, or why it cannot be taken; null where none waits. */
export async function handOverHere(
  organisation: Organisation,
): Promise<{ account: ProvenAccount; refusal: null } | { account: null; refusal: Refusal } | null> {
  const token = (await cookies()).get(cookieName("habeas_hand_over"))?.value;
  if (!token) return null;
  const read = await readForPage(async () => {
    // Reading it may mean to fetch the organisation's keys: nobody makes us do that without end.
    const now = new Date();
    const key = `portal.account:${clientAddress(await headers())}`;
    const { allowed } = await countAgainst({ key, limit: 60, windowSeconds: 600 }, now);
    return allowed ? readHandOver(organisation, token, now) : refuse("too_many");
  });
  return read.ok ? { account: read.account, refusal: null } : { account: null, refusal: read.refusal };
}

/** The sentence for a refusal that a redirect named in its address; null for anything else that stands there. */
export async function whyRefused(search: Promise<{ why?: string | string[] }>): Promise<string | null> {
  const { why } = await search;
  const known = typeof why === "string" && Object.hasOwn(refusals, why) ? (why as Refusal) : null;
  return known && wordsIn(await getLocale()).refusal(known);
}

import type { NextRequest } from "next/server";
import { finishSignIn, purposeUnderWay, type SignInPurpose } from "@/lib/auth/account/sign-in";
import { personBehind } from "@/lib/auth/person";
import { showSignIn } from "@/lib/commands/show-sign-in";
import { matcherFor } from "@/lib/connectors/matcher";
import type { ProvenAccount } from "@/lib/domain/account";
import { logFault } from "@/lib/log";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { accountCookie, noSignInCookie } from "@/lib/web/account-cookies";
import { readCookie } from "@/lib/web/cookies";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { seeOther } from "@/lib/web/form-post";
import { getDoor } from "@/lib/web/get-door";
import { provenAt } from "@/lib/web/proven-at";

/**
 * Where the organisation's sign-in sends people back to. What it says counts only in the browser that was sent there, once,
 * and for what it was sent: state and verifier are in that browser's sealed cookie.
 */
export const GET = getDoor<{ organisation: string }>(
  { name: "portal.account.callback", actor: "anyone", limit: { count: 60, seconds: 600 } },
  async ({ http, now }, params) => {
    const organisation = await organisationBySlug(params.organisation);
    if (!organisation?.profile.identity.signIn) return notFoundAnswer(faultLanguage(http));
    const underWay = readCookie(http, "habeas_sign_in");
    const purpose = purposeUnderWay(organisation, underWay, now);
    const finished = await finishSignIn(organisation, { underWay, answer: http.nextUrl.search }, now);
    const page = pageOf(organisation, purpose);
    if (!finished.ok) return seeOther(`${page}?why=${finished.refusal}`, [noSignInCookie]);
    if (finished.purpose.to === "prove") return prove(organisation, { http, page, account: finished.account }, now);
    const cookies = [noSignInCookie, accountCookie(organisation, finished.account, now)];
    return seeOther(`/${organisation.slug}/ask`, cookies);
  },
);

function pageOf({ slug }: Organisation, purpose: SignInPurpose | null): string {
  if (purpose?.to !== "prove") return `/${slug}/account/sign-in`;
  return `/${slug}/requests/${purpose.reference}/proof/sign-in`;
}

// The key to the request is asked for again: it may have ended, or be another's, by the time the person is back.
async function prove(
  organisation: Organisation,
  back: { http: NextRequest; page: string; account: ProvenAccount },
  now: Date,
) {
  const { http, page, account } = back;
  const session = readCookie(http, "habeas_person");
  const purpose = purposeUnderWay(organisation, readCookie(http, "habeas_sign_in"), now);
  const person = session ? await personBehind(organisation, session, now) : null;
  if (!session || !person || purpose?.to !== "prove" || person.requestId !== purpose.requestId)
    return seeOther(`/${organisation.slug}/find`, [noSignInCookie]);
  const { matching } = organisation.profile.identity;
  const onAway = (fault: unknown) =>
    logFault("the source of matching is away", fault, { organisationId: organisation.id });
  const lookUp = matching && { matcher: matcherFor(organisation.slug, matching), onAway };
  const shown = await showSignIn(person, { organisation, session, account, lookUp }, now);
  if (!shown.ok) return seeOther(`${page}?why=${shown.refusal}`, [noSignInCookie]);
  const onward = await provenAt(person, { organisation, reference: shown.reference }, now);
  return seeOther(onward.more ? onward.to : `/${organisation.slug}/requests/${shown.reference}?said=signed_in`, [
    noSignInCookie,
  ]);
}

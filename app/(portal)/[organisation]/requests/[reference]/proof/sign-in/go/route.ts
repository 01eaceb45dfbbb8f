import { beginSignIn } from "@/lib/auth/account/sign-in";
import { signInCookie } from "@/lib/web/account-cookies";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { seeOther } from "@/lib/web/form-post";
import { getDoor } from "@/lib/web/get-door";
import { type RequestParams, requestGate } from "@/lib/web/person-page";

/** Leads to the organisation's sign-in, to show for one request that it is the person's: they sign in anew there. */
export const GET = getDoor<RequestParams>(
  { name: "portal.request.proof.sign-in", actor: "person", limit: { count: 60, seconds: 600 } },
  async ({ http, now }, params) => {
    const gate = await requestGate(params, http);
    if (!gate?.organisation.profile.identity.signIn || !gate.person?.proven) return notFoundAnswer(faultLanguage(http));
    const { organisation, person, reference } = gate;
    const begun = await beginSignIn(organisation, { to: "prove", requestId: person.requestId, reference }, now);
    const page = `/${organisation.slug}/requests/${reference}/proof/sign-in`;
    if (!begun.ok) return seeOther(`${page}?why=${begun.refusal}`);
    return seeOther(begun.to, [signInCookie(begun.underWay)]);
  },
);

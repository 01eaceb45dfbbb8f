import { beginSignIn } from "@/lib/auth/account/sign-in";
import { organisationBySlug } from "@/lib/queries/organisation";
import { signInCookie } from "@/lib/web/account-cookies";
import { notFoundAnswer } from "@/lib/web/fault-page";
import { faultLanguage } from "@/lib/web/fault-words";
import { seeOther } from "@/lib/web/form-post";
import { getDoor } from "@/lib/web/get-door";

/**
 * Leads to the organisation's sign-in. A link and no form: our content policy lets no form end at another host, not even by
 * a redirect (CSP `form-action`), and this changes nothing here.
 */
export const GET = getDoor<{ organisation: string }>(
  { name: "portal.account.sign-in", actor: "anyone", limit: { count: 60, seconds: 600 } },
  async ({ http, now }, params) => {
    const organisation = await organisationBySlug(params.organisation);
    if (!organisation?.profile.identity.signIn) return notFoundAnswer(faultLanguage(http));
    const begun = await beginSignIn(organisation, { to: "ask" }, now);
    if (!begun.ok) return seeOther(`/${organisation.slug}/account/sign-in?why=${begun.refusal}`);
    return seeOther(begun.to, [signInCookie(begun.underWay)]);
  },
);

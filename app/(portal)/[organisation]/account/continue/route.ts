import { z } from "zod";
import { acceptHandOver } from "@/lib/auth/account/hand-over";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { accountCookie, noHandOverCookie } from "@/lib/web/account-cookies";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";

/** The pressed button behind the way over from the account: the only thing that uses it up. */
export const POST = formPost<{ organisation: string }, Organisation, Record<string, never>>({
  name: "portal.account.continue",
  actor: "anyone",
  limit: { count: 60, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "account:continue", page: `/${slug}/account` }),
  schema: () => z.object({}),
  async run(organisation, _values, { now, http }) {
    const { slug } = organisation;
    const token = readCookie(http, "habeas_hand_over");
    const accepted = token ? await acceptHandOver(organisation, token, now) : null;
    if (accepted?.ok) {
      const cookies = [accountCookie(organisation, accepted.account, now), noHandOverCookie];
      return { ok: true, to: `/${slug}/ask`, cookies };
    }
    const why = accepted?.refusal ?? "hand_over_dead";
    // Out of reach for a moment is no reason to throw away what may still be good.
    const cookies = why === "account_away" ? [] : [noHandOverCookie];
    return { ok: true, to: `/${slug}/account?why=${why}`, cookies };
  },
});

import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noLinkCookie, openedAt } from "@/lib/web/person-cookie";

/** The pressed button behind a link: the only thing that uses the link up. */
export const POST = formPost<{ organisation: string }, Organisation, Record<string, never>>({
  name: "portal.confirm.link",
  actor: "anyone",
  limit: { count: 120, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "confirm:link", page: `/${slug}/confirm` }),
  schema: () => z.object({}),
  async run(organisation, _values, { now, http }) {
    const used = { ok: true, to: `/${organisation.slug}/confirm?used=1`, cookies: [noLinkCookie] } as const;
    const token = readCookie(http, "habeas_link");
    if (!token) return used;
    const presented = { by: "link", token } as const;
    const redeemed = await redeemChallenge(visitorOf(organisation), { organisation, presented }, now);
    return redeemed.ok ? openedAt(organisation.slug, redeemed) : used;
  },
});

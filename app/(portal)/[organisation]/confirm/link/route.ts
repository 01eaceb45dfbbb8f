import type { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { besideLink, codeMistake } from "@/lib/forms/typed-code";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { askedHere } from "@/lib/web/asked-here";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noLinkCookie, openedAt } from "@/lib/web/person-cookie";

/** The pressed button behind a link, and in a browser that did not ask the code beside it: what uses the link up. */
export const POST = formPost<{ organisation: string }, Organisation, z.infer<typeof besideLink>>({
  name: "portal.confirm.link",
  actor: "anyone",
  limit: { count: 120, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "confirm:link", page: `/${slug}/confirm` }),
  schema: () => besideLink,
  async run(organisation, { code }, { now, http }) {
    const used = { ok: true, to: `/${organisation.slug}/confirm?used=1`, cookies: [noLinkCookie] } as const;
    const token = readCookie(http, "habeas_link");
    if (!token) return used;
    const presented = { by: "link", token, code, askedHere: await askedHere(organisation, http, now) } as const;
    const redeemed = await redeemChallenge(visitorOf(organisation), { organisation, presented }, now);
    if (redeemed.ok) return openedAt(organisation.slug, redeemed);
    const mistakes = codeMistake(redeemed.refusal);
    return mistakes ? { ok: false, mistakes } : used;
  },
});

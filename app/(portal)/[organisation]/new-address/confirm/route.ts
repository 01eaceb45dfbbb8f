import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { confirmNewAddress } from "@/lib/commands/confirm-new-address";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noLinkCookie, personCookie } from "@/lib/web/person-cookie";

/** The pressed button behind the link to a new address: the only thing that uses it up and changes anything. */
export const POST = formPost<{ organisation: string }, Organisation, Record<string, never>>({
  name: "portal.new-address.confirm",
  actor: "anyone",
  limit: { count: 120, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "new-address", page: `/${slug}/new-address` }),
  schema: () => z.object({}),
  async run(organisation, _values, { now, http }) {
    const used = { ok: true, to: `/${organisation.slug}/new-address?used=1`, cookies: [noLinkCookie] } as const;
    const token = readCookie(http, "habeas_link");
    if (!token) return used;
    const confirmed = await confirmNewAddress(visitorOf(organisation), { organisation, token }, now);
    if (!confirmed.ok) return confirmed.refusal === "old_address_first" ? confirmed : used;
    const to = `/${organisation.slug}/requests/${confirmed.reference}?said=address`;
    return { ok: true, to, cookies: [personCookie(confirmed.session), noLinkCookie] };
  },
});

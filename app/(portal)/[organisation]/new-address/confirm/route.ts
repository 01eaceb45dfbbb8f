import type { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { confirmNewAddress } from "@/lib/commands/confirm-new-address";
import { besideLink, codeMistake } from "@/lib/forms/typed-code";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { askedHere } from "@/lib/web/asked-here";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noLinkCookie, personCookie } from "@/lib/web/person-cookie";

/** The pressed button behind the link to a new address: the only thing that uses it up and changes anything. */
export const POST = formPost<{ organisation: string }, Organisation, z.infer<typeof besideLink>>({
  name: "portal.new-address.confirm",
  actor: "anyone",
  limit: { count: 120, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "new-address", page: `/${slug}/new-address` }),
  schema: () => besideLink,
  async run(organisation, { code }, { now, http }) {
    const used = { ok: true, to: `/${organisation.slug}/new-address?used=1`, cookies: [noLinkCookie] } as const;
    const token = readCookie(http, "habeas_link");
    if (!token) return used;
    const pressed = { organisation, token, code, askedHere: await askedHere(organisation, http, now) };
    const confirmed = await confirmNewAddress(visitorOf(organisation), pressed, now);
    if (!confirmed.ok) {
      if (confirmed.refusal === "old_address_first") return confirmed;
      const mistakes = codeMistake(confirmed.refusal);
      return mistakes ? { ok: false, mistakes } : used;
    }
    const to = `/${organisation.slug}/requests/${confirmed.reference}?said=address`;
    return { ok: true, to, cookies: [personCookie(confirmed.session), noLinkCookie] };
  },
});

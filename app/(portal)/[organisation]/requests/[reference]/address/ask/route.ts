import { z } from "zod";
import { askAddressChange } from "@/lib/commands/ask-address-change";
import { type Refused, refusals } from "@/lib/domain/refusal";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost, type NotDone } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

// What an address is, the command decides; here only that there is one, and an end to it.
const typed = z.object({
  email: z
    .string({ error: mistake("email_missing") })
    .trim()
    .min(1, mistake("email_missing"))
    .max(254, mistake("email_shape")),
});

export const POST = formPost<RequestParams, RequestGate, z.infer<typeof typed>>({
  name: "portal.request.address.ask",
  actor: "person",
  limit: { count: 10, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `address:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/address`,
  }),
  schema: () => typed,
  async run({ organisation, person, reference }, { email }, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const asked = await askAddressChange(person, { organisation, address: email }, now);
    if (asked.ok) return { ok: true, to: `/${organisation.slug}/requests/${reference}?said=moving` };
    return aboutTheAddress(asked);
  },
});

/** What is wrong with the address is said at its field. */
function aboutTheAddress(refused: Refused): NotDone {
  if (refused.refusal === "address_unclear") return { ok: false, mistakes: { email: mistake("email_shape") } };
  return refused.refusal === "same_address" ? { ok: false, mistakes: { email: refusals.same_address } } : refused;
}

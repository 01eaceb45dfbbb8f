import { z } from "zod";
import { stopAddressChange } from "@/lib/commands/ask-address-change";
import { mistake } from "@/lib/forms/intake-mistakes";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

/** The one press by which the owner of the address of before keeps it. */
export const POST = formPost<RequestParams, RequestGate, Record<string, never>>({
  name: "portal.request.address.stop",
  actor: "person",
  limit: { count: 60, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `address:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/address`,
  }),
  schema: () => z.object({}),
  async run({ organisation, person, reference }, _values, { now, http }) {
    const session = readCookie(http, "habeas_person");
    if (!person?.proven || !session) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const stopped = await stopAddressChange(person, { organisation, session }, now);
    return stopped.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=stopped` } : stopped;
  },
});

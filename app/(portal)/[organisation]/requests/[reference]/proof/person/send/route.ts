import { askPrincipal } from "@/lib/commands/ask-principal";
import { mistake } from "@/lib/forms/intake-mistakes";
import { personAddress } from "@/lib/forms/intake-schemas";
import { formPost } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

/** Owes the letter to the person. Whatever becomes of it, the words are the same. */
export const POST = formPost<RequestParams, RequestGate, { address: string }>({
  name: "portal.request.ask_person",
  actor: "person",
  limit: { count: 30, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `ask-person:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/proof/person`,
  }),
  schema: () => personAddress,
  async run({ organisation, person, reference }, { address }, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const asked = await askPrincipal(person, { organisation, address }, now);
    return asked.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=asked` } : asked;
  },
});

import { z } from "zod";
import { takeStep } from "@/lib/commands/take-step";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

export const POST = formPost<RequestParams, RequestGate, Record<string, never>>({
  name: "portal.request.withdraw",
  actor: "person",
  limit: { count: 60, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `withdraw:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/withdraw`,
  }),
  schema: () => z.object({}),
  async run({ organisation, person, reference }, _values, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const change = { step: "withdraw" } as const;
    const taken = await takeStep(person, { organisation, request: { reference }, change }, now);
    return taken.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=withdrawn` } : taken;
  },
});

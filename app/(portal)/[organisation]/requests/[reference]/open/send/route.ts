import { z } from "zod";
import { askDeliveryCode } from "@/lib/commands/owe-delivery-code";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { openingAt } from "@/lib/web/opening";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

/** Owes the letter with the code. Looking at the page, or fetching its link, sends nothing. */
export const POST = formPost<RequestParams, RequestGate, Record<string, never>>({
  name: "portal.request.open.send",
  actor: "person",
  limit: { count: 30, seconds: 3600 },
  gate: requestGate,
  place: openingAt,
  schema: () => z.object({}),
  async run({ organisation, person, reference }, _values, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const asked = await askDeliveryCode(person, { organisation }, now);
    return asked.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}/open?said=sent` } : asked;
  },
});

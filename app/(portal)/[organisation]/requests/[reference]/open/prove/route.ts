import { z } from "zod";
import { proveDelivery } from "@/lib/commands/prove-delivery";
import { refusals } from "@/lib/domain/refusal";
import { mistake } from "@/lib/forms/intake-mistakes";
import type { Mistakes } from "@/lib/forms/kept-values";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { openingAt } from "@/lib/web/opening";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

const code = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ""))
  .refine((text) => /^\d{8}$/.test(text), mistake("code_shape"))
  .optional();
// Neither: what was shown elsewhere just now, by a sign-in or a match, is enough and has only to be used.
const typed = z.object({ code, deskCode: code });

/** Takes a code that was typed, and opens the answer in this browser where that is enough. */
export const POST = formPost<RequestParams, RequestGate, z.infer<typeof typed>>({
  name: "portal.request.open.prove",
  actor: "person",
  limit: { count: 30, seconds: 600 },
  gate: requestGate,
  place: openingAt,
  schema: () => typed,
  async run({ organisation, person, reference }, values, { now, http }) {
    const session = readCookie(http, "habeas_person");
    if (!person?.proven || !session) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const shown = await proveDelivery(person, { organisation, session, typed: values }, now);
    const page = `/${organisation.slug}/requests/${reference}`;
    if (shown.ok)
      return { ok: true, to: shown.level >= shown.needed ? `${page}?said=opened` : `${page}/open?said=more` };
    if (shown.refusal !== "wrong_code") return shown;
    return { ok: false, mistakes: doesNotFit(values) };
  },
});

function doesNotFit(values: z.infer<typeof typed>): Mistakes {
  return values.deskCode ? { deskCode: mistake("desk_code_wrong") } : { code: refusals.wrong_code };
}

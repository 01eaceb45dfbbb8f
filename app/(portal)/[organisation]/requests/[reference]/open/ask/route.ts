import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { takeStep } from "@/lib/commands/take-step";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { openingAt } from "@/lib/web/opening";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";

/** The wish for a code by telephone or letter, as a message to the desk in words of ours: no number can be put into it. */
export const POST = formPost<RequestParams, RequestGate, Record<string, never>>({
  name: "portal.request.open.ask",
  actor: "person",
  limit: { count: 5, seconds: 3600 },
  gate: requestGate,
  place: openingAt,
  schema: () => z.object({}),
  async run({ organisation, person, reference }, _values, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const t = await getTranslations("portal.open");
    const change = { step: "write", words: t("deskWish"), files: [] } as const;
    const taken = await takeStep(person, { organisation, request: { reference }, change }, now);
    return taken.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}/open?said=asked` } : taken;
  },
});

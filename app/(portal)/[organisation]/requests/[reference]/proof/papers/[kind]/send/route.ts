import { z } from "zod";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { type PaperGate, type PaperParams, paperBytes, paperGate, startPaper } from "@/lib/web/papers";

/** Takes one paper. A picture leads on to covering it; nobody at the desk sees it before that. */
export const POST = formPost<PaperParams, PaperGate, object>({
  name: "portal.proof.paper",
  actor: "person",
  limit: { count: 30, seconds: 3600 },
  maxBytes: paperBytes + 1_000_000,
  gate: paperGate,
  place: ({ organisation, reference, kind, page }) => ({
    organisationId: organisation.id,
    form: `paper:${reference}:${kind}`,
    page,
  }),
  schema: () => z.object({}),
  async run({ organisation, person, reference, kind, page }, _, { now, form }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const file = form.get("paper");
    const held = { organisation, person, reference, kind };
    const started = await startPaper(held, file instanceof File ? file : null, now);
    if (!started.ok) return started;
    const to = started.draftId
      ? `${page}/cover/${started.draftId}`
      : `/${organisation.slug}/requests/${reference}?said=papers`;
    return { ok: true, to };
  },
});

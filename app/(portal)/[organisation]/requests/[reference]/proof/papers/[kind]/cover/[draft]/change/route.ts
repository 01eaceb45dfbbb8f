import { z } from "zod";
import { readCells } from "@/lib/domain/papers";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { coverDraft, dropDraft, type PaperGate, type PaperParams, paperGate, sendDraft } from "@/lib/web/papers";

type Params = PaperParams & { draft: string };
type Gate = PaperGate & { draft: string };

const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]);
const typed = z.object({ what: z.enum(["cover", "send", "drop"]).catch("cover"), cells: names });

/** What becomes of the picture in hand: more of it is covered, it is sent as it is, or it goes. */
export const POST = formPost<Params, Gate, z.infer<typeof typed>>({
  name: "portal.proof.cover",
  actor: "person",
  limit: { count: 120, seconds: 3600 },
  async gate(params, http) {
    const gate = await paperGate(params, http);
    return gate && z.uuid().safeParse(params.draft).success ? { ...gate, draft: params.draft } : null;
  },
  place: ({ organisation, draft, page }) => ({
    organisationId: organisation.id,
    form: `cover:${draft}`,
    page: `${page}/cover/${draft}`,
  }),
  schema: () => typed,
  async run({ organisation, person, reference, kind, page, draft }, { what, cells }, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const held = { organisation, person, reference, kind };
    if (what === "drop") {
      await dropDraft(held, draft);
      return { ok: true, to: page };
    }
    const covered = readCells(cells);
    if (what === "send") {
      const sent = await sendDraft(held, draft, covered, now);
      return sent.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=papers` } : sent;
    }
    if (covered.length === 0) return { ok: false, mistakes: { cells: mistake("cells_missing") } };
    const kept = await coverDraft(held, draft, covered, now);
    return kept.ok ? { ok: true, to: `${page}/cover/${kept.draftId}` } : kept;
  },
});

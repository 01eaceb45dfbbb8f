import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { type FreshLinkAsk, sendFreshLinks } from "@/lib/commands/send-fresh-links";
import { parseReference } from "@/lib/domain/reference";
import { mistake } from "@/lib/forms/intake-mistakes";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { formPost } from "@/lib/web/form-post";

const typed = z.object({
  sought: z
    .string({ error: mistake("find_missing") })
    .trim()
    .max(254, mistake("find_missing"))
    .transform((text, context): FreshLinkAsk => {
      const reference = parseReference(text);
      if (reference) return { reference };
      if (!/^\S+@\S+$/.test(text)) context.addIssue({ code: "custom", message: mistake("find_missing") });
      return { email: text };
    }),
});

/** Known or unknown: the same page, after the same work. */
export const POST = formPost<{ organisation: string }, Organisation, z.infer<typeof typed>>({
  name: "portal.find.send",
  actor: "anyone",
  limit: { count: 10, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "find", page: `/${slug}/find` }),
  schema: () => typed,
  async run(organisation, { sought }) {
    await sendFreshLinks(visitorOf(organisation), { organisation, ask: sought });
    return { ok: true, to: `/${organisation.slug}/find/sent` };
  },
});

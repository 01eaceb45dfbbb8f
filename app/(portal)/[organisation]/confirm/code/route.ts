import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { redeemChallenge } from "@/lib/commands/redeem-challenge";
import { parseReference } from "@/lib/domain/reference";
import { refusals } from "@/lib/domain/refusal";
import { mistake } from "@/lib/forms/intake-mistakes";
import { typedCode } from "@/lib/forms/typed-code";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { formPost } from "@/lib/web/form-post";
import { openedAt } from "@/lib/web/person-cookie";

const typed = z.object({
  reference: z
    .string()
    .max(60)
    .transform((text, context) => {
      const reference = parseReference(text);
      if (!reference) context.addIssue({ code: "custom", message: mistake("reference_shape") });
      return reference ?? "";
    }),
  code: typedCode,
});

/** The typed code. Five misses use up every code of a request, whoever types; the network's limit comes on top. */
export const POST = formPost<{ organisation: string }, Organisation, z.infer<typeof typed>>({
  name: "portal.confirm.code",
  actor: "anyone",
  limit: { count: 20, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "confirm:code", page: `/${slug}/confirm` }),
  schema: () => typed,
  async run(organisation, { reference, code }, { now }) {
    const presented = { by: "code", reference, code } as const;
    const redeemed = await redeemChallenge(visitorOf(organisation), { organisation, presented }, now);
    if (redeemed.ok) return openedAt(organisation.slug, redeemed);
    return { ok: false, mistakes: { code: refusals[redeemed.refusal] } };
  },
});

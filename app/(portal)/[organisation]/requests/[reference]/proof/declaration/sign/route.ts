import { z } from "zod";
import { signDeclaration } from "@/lib/commands/sign-declaration";
import { mistake } from "@/lib/forms/intake-mistakes";
import type { Mistakes } from "@/lib/forms/kept-values";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { languageFor } from "@/lib/web/language";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";
import { provenAt } from "@/lib/web/proven-at";

const typed = z.object({
  agreed: z.literal("yes", mistake("declaration_agree")),
  name: z.string(mistake("declaration_name")).trim().min(1, mistake("declaration_name")).max(200, mistake("name_long")),
});

/** Keeps the declaration that the person signed by typing their name. */
export const POST = formPost<RequestParams, RequestGate, z.infer<typeof typed>>({
  name: "portal.proof.declaration",
  actor: "person",
  limit: { count: 30, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `declaration:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/proof/declaration`,
  }),
  schema: () => typed,
  async run({ organisation, person, reference }, { name }, { now, http }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended_proof") } };
    const language = languageFor(organisation, readCookie(http, "habeas_language") ?? undefined);
    const signed = await signDeclaration(person, { organisation, name, language }, now);
    if (signed.ok) return provenAt(person, { organisation, reference }, now);
    const differs: Mistakes = { name: mistake("declaration_name_differs") };
    return signed.refusal === "name_differs" ? { ok: false, mistakes: differs } : signed;
  },
});

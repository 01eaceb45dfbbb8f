import type { z } from "zod";
import { takeStep } from "@/lib/commands/take-step";
import { mistake } from "@/lib/forms/intake-mistakes";
import { type ContestGate, type ContestParams, contestForm, contestGate, contestWords } from "@/lib/web/contest-page";
import { formPost } from "@/lib/web/form-post";

/** Sends the appeal or complaint. What was written is kept whatever goes wrong. */
export const POST = formPost<ContestParams, ContestGate, z.infer<typeof contestWords>>({
  name: "portal.request.contest.send",
  actor: "person",
  limit: { count: 20, seconds: 3600 },
  gate: contestGate,
  place: ({ organisation, reference, kind }) => ({
    organisationId: organisation.id,
    form: contestForm(reference, kind, "check"),
    page: `/${organisation.slug}/requests/${reference}/contest/${kind}/check`,
  }),
  schema: () => contestWords,
  async run({ organisation, person, reference, kind }, { words }, { now }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const change = { step: "contest", contest: kind, words } as const;
    const taken = await takeStep(person, { organisation, request: { reference }, change }, now);
    return taken.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=contested` } : taken;
  },
});

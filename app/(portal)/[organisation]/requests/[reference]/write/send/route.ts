import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { takeStep } from "@/lib/commands/take-step";
import { mistake } from "@/lib/forms/intake-mistakes";
import { formPost } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";
import { messageUploads, takeUploads, takeWithUploads, type UploadProblem } from "@/lib/web/uploads";

const typed = z.object({ words: z.string().trim().max(5000, mistake("words_long")).default("") });

/** Takes a message and its files: all of it, or nothing with the text kept. */
export const POST = formPost<RequestParams, RequestGate, z.infer<typeof typed>>({
  name: "portal.request.write",
  actor: "person",
  limit: { count: 60, seconds: 3600 },
  maxBytes: messageUploads.files * messageUploads.bytesEach + 1_000_000,
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `write:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/write`,
  }),
  schema: () => typed,
  async run({ organisation, person, reference }, { words }, { now, form }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const t = await getTranslations("portal.write");
    const say = (problem: UploadProblem) => t(problem.what, { ...problem, kinds: t("kinds") });
    const uploads = await takeUploads(form, "files", messageUploads, say);
    if (!uploads.ok) return uploads;
    const { files } = uploads;
    if (words === "" && files.length === 0) return { ok: false, mistakes: { words: mistake("message_missing") } };
    const change = { step: "write", words, files } as const;
    const given = { organisation, request: { reference }, change };
    const taken = await takeWithUploads(files, () => takeStep(person, given, now));
    return taken.ok ? { ok: true, to: `/${organisation.slug}/requests/${reference}?said=written` } : taken;
  },
});

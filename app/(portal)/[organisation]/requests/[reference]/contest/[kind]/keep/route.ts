import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { keepForm } from "@/lib/commands/keep-form";
import { mistake } from "@/lib/forms/intake-mistakes";
import { type ContestGate, type ContestParams, contestForm, contestGate, contestWords } from "@/lib/web/contest-page";
import { browserCookieSeconds, readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";

/** Keeps what was typed and leads to the page before sending. */
export const POST = formPost<ContestParams, ContestGate, z.infer<typeof contestWords>>({
  name: "portal.request.contest.keep",
  actor: "person",
  limit: { count: 60, seconds: 3600 },
  gate: contestGate,
  place: ({ organisation, reference, kind }) => ({
    organisationId: organisation.id,
    form: contestForm(reference, kind, "question"),
    page: `/${organisation.slug}/requests/${reference}/contest/${kind}`,
  }),
  schema: () => contestWords,
  async run({ organisation, person, reference, kind }, values, { now, http }) {
    if (!person?.proven) return { ok: false, mistakes: { "": mistake("session_ended") } };
    const browser = readCookie(http, "habeas_browser") ?? randomBytes(24).toString("base64url");
    const form = contestForm(reference, kind, "check");
    await keepForm(organisation.id, { browser, form, kept: { values, mistakes: {} } }, now);
    const cookie = { name: "habeas_browser", value: browser, maxAgeSeconds: browserCookieSeconds } as const;
    return { ok: true, to: `/${organisation.slug}/requests/${reference}/contest/${kind}/check`, cookies: [cookie] };
  },
});

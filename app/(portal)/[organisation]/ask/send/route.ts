import type { NextRequest } from "next/server";
import { z } from "zod";
import { visitorFrom } from "@/lib/auth/account/proven-account";
import { fileRequest } from "@/lib/commands/file-request";
import { forgetForm, keepForm } from "@/lib/commands/keep-form";
import { matcherFor } from "@/lib/connectors/matcher";
import { firstOpenQuestion } from "@/lib/forms/intake";
import { filingOf } from "@/lib/forms/intake-filing";
import { mistake } from "@/lib/forms/intake-mistakes";
import { one } from "@/lib/forms/kept-values";
import { logFault } from "@/lib/log";
import { keptForm } from "@/lib/queries/kept-form";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { noAccountCookie } from "@/lib/web/account-cookies";
import { filingSource } from "@/lib/web/client-address";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { askForm, intakeOf } from "@/lib/web/intake-page";
import { languageFor } from "@/lib/web/language";
import { personCookie } from "@/lib/web/person-cookie";

type Sent = { filingKey: string };

/** Files the request. Pressed twice, sent again, from two windows: one filing key gives one request. */
export const POST = formPost<{ organisation: string }, Organisation, Sent>({
  name: "portal.ask.send",
  actor: "anyone",
  limit: { count: 300, seconds: 3600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "ask:send", page: `/${slug}/ask/check` }),
  schema: () => z.object({ filingKey: z.string().max(64).default("") }),
  async run(organisation, { filingKey }, { now, http }) {
    const browser = readCookie(http, "habeas_browser");
    const to = `/${organisation.slug}/ask/sent`;
    if (!browser) return { ok: true, to: `/${organisation.slug}/ask?gone=1` };
    const answers = await keptForm(organisation.id, { browser, form: askForm }, now);
    // The answers go when they are received: a second press finds them gone, and what the first one opened.
    if (!answers) {
      const sent = await keptForm(organisation.id, { browser, form: "sent" }, now);
      if (!sent || one(sent.values, "filingKey") !== filingKey)
        return { ok: true, to: `/${organisation.slug}/ask?gone=1` };
      return { ok: true, to, cookies: hasPerson(http) ? [] : [personCookie(one(sent.values, "session"))] };
    }
    const intake = intakeOf(organisation, answers.values);
    if (firstOpenQuestion(intake)) return { ok: false, mistakes: { "": mistake("answers_missing") } };
    const filing = filingOf(intake, languageFor(organisation, readCookie(http, "habeas_language") ?? undefined));
    const key = one(answers.values, "filingKey");
    const visitor = visitorFrom(organisation, readCookie(http, "habeas_account"), now);
    const source = filingSource(http.headers);
    const { matching } = organisation.profile.identity;
    const onAway = (fault: unknown) =>
      logFault("the source of matching is away", fault, { organisationId: organisation.id });
    const lookUp = matching && { matcher: matcherFor(organisation.slug, matching), onAway };
    const filed = await fileRequest(visitor, { organisation, filing, filingKey: key, source, lookUp }, now);
    if (!filed.ok) return filed;
    const { reference, session, repeated } = filed;
    const kept = { values: { reference, session, filingKey: key }, mistakes: {} };
    await keepForm(organisation.id, { browser, form: "sent", kept }, now);
    await forgetForm(organisation.id, { browser, form: askForm });
    // One proof, one filing: whoever sits down here next must not ask as the one before.
    const opening = repeated && hasPerson(http) ? [] : [personCookie(session)];
    return { ok: true, to, cookies: [...opening, noAccountCookie] };
  },
});

// A repeated sending must not take away what a confirmation in between has opened.
function hasPerson(http: NextRequest): boolean {
  return readCookie(http, "habeas_person") !== null;
}

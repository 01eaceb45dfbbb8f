import { randomBytes, randomUUID } from "node:crypto";
import { keepForm } from "@/lib/commands/keep-form";
import { canonicalEmail } from "@/lib/domain/filing";
import { firstOpenQuestion, withAnswer } from "@/lib/forms/intake";
import { type Intake, isQuestion, type Question } from "@/lib/forms/intake-question";
import { namesOn, schemaOf } from "@/lib/forms/intake-schemas";
import { one, type Typed } from "@/lib/forms/kept-values";
import { keptForm } from "@/lib/queries/kept-form";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { noAccountCookie } from "@/lib/web/account-cookies";
import { accountBehind } from "@/lib/web/account-page";
import { browserCookieSeconds, readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { askForm, intakeOf } from "@/lib/web/intake-page";

type Gate = { organisation: Organisation; question: Question; intake: Intake; browser: string | null };

/** Keeps one answer and leads to the next question that is open. */
export const POST = formPost<{ organisation: string; question: string }, Gate, Typed>({
  name: "portal.ask.answer",
  actor: "anyone",
  limit: { count: 600, seconds: 600 },
  async gate(params, http) {
    const organisation = await organisationBySlug(params.organisation);
    if (!organisation || !isQuestion(params.question)) return null;
    const browser = readCookie(http, "habeas_browser");
    const kept = browser ? await keptForm(organisation.id, { browser, form: askForm }, new Date()) : null;
    return { organisation, question: params.question, intake: intakeOf(organisation, kept?.values ?? null), browser };
  },
  place({ organisation, question }) {
    return {
      organisationId: organisation.id,
      form: `ask:${question}`,
      page: `/${organisation.slug}/ask${question === "who" ? "" : `/${question}`}`,
    };
  },
  schema: ({ question, intake }) => schemaOf(question, intake),
  async run({ organisation, question, intake, browser }, typed, { now, http }) {
    const answered = withAnswer(intake, question, typed, namesOn(question));
    // Made at the first answer and kept with them: one journey files one request, however often it is sent.
    const values = { ...answered, filingKey: one(answered, "filingKey") || randomUUID() };
    const holder = browser ?? randomBytes(24).toString("base64url");
    const kept = { values, mistakes: {} };
    await keepForm(organisation.id, { browser: holder, form: askForm, kept }, now);
    const next = firstOpenQuestion(intakeOf(organisation, values));
    const cookie = { name: "habeas_browser", value: holder, maxAgeSeconds: browserCookieSeconds } as const;
    // Another address than the account's: what the account said is about somebody else, or no longer wanted.
    const account = accountBehind(organisation, http, now);
    const left = question === "contact" && account && canonicalEmail(one(typed, "email")) !== account.email;
    const cookies = left ? [cookie, noAccountCookie] : [cookie];
    return { ok: true, to: `/${organisation.slug}/ask/${next ?? "check"}`, cookies };
  },
});

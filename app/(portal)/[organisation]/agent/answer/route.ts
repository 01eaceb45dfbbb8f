import { z } from "zod";
import { visitorOf } from "@/lib/auth/visitor";
import { answerForAgent } from "@/lib/commands/answer-for-agent";
import { principalOnFile } from "@/lib/commands/principal-on-file";
import { matcherFor } from "@/lib/connectors/matcher";
import { mistake } from "@/lib/forms/intake-mistakes";
import { codeMistake, typedCode } from "@/lib/forms/typed-code";
import { logFault } from "@/lib/log";
import { type Organisation, organisationBySlug } from "@/lib/queries/organisation";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { noAgentCookie } from "@/lib/web/person-cookie";

type Answer = { answer: "yes" | "no"; code: string };

/** The pressed button behind the letter to the person, with the code that stands there: what uses its link up. */
export const POST = formPost<{ organisation: string }, Organisation, Answer>({
  name: "portal.agent.answer",
  actor: "anyone",
  limit: { count: 120, seconds: 600 },
  gate: ({ organisation }) => organisationBySlug(organisation),
  place: ({ id, slug }) => ({ organisationId: id, form: "agent:answer", page: `/${slug}/agent` }),
  schema: () => z.object({ answer: z.enum(["yes", "no"], { error: mistake("choose_option") }), code: typedCode }),
  async run(organisation, { answer, code }, { now, http }) {
    const page = `/${organisation.slug}/agent`;
    const dead = { ok: true, to: `${page}?said=dead`, cookies: [noAgentCookie] } as const;
    const token = readCookie(http, "habeas_agent");
    if (!token) return dead;
    const visitor = visitorOf(organisation);
    const { matching } = organisation.profile.identity;
    const onAway = (fault: unknown) =>
      logFault("the source of matching is away", fault, { organisationId: organisation.id });
    const lookUp = matching && { organisation, token, matcher: matcherFor(organisation.slug, matching), onAway };
    // Nothing is looked up for a "no". Where no source can be asked a member of staff looks.
    const onFile = answer === "yes" && lookUp ? await principalOnFile(visitor, lookUp, now) : false;
    const answered = await answerForAgent(visitor, { organisation, token, code, answer, onFile }, now);
    if (answered.ok) return { ok: true, to: `${page}?said=${answer}`, cookies: [noAgentCookie] };
    const mistakes = codeMistake(answered.refusal);
    if (mistakes) return { ok: false, mistakes };
    return answered.refusal === "link_dead" ? dead : answered;
  },
});

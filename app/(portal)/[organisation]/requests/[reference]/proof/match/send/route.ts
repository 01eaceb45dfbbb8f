import { z } from "zod";
import { proveByMatching } from "@/lib/commands/prove-by-matching";
import { matcherFor } from "@/lib/connectors/matcher";
import { matchAsked } from "@/lib/domain/matching";
import { mistake } from "@/lib/forms/intake-mistakes";
import { logFault } from "@/lib/log";
import { personRequest } from "@/lib/queries/person-request";
import { readCookie } from "@/lib/web/cookies";
import { formPost } from "@/lib/web/form-post";
import { type RequestGate, type RequestParams, requestGate } from "@/lib/web/person-page";
import { provenAt } from "@/lib/web/proven-at";

// The fields are the organisation's own: which of them must be there is known once the request is.
const typed = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Compares what was typed with what the organisation holds. How often is limited by request, whoever asks from where. */
export const POST = formPost<RequestParams, RequestGate, z.infer<typeof typed>>({
  name: "portal.proof.match",
  actor: "person",
  limit: { count: 30, seconds: 3600 },
  gate: requestGate,
  place: ({ organisation, reference }) => ({
    organisationId: organisation.id,
    form: `match:${reference}`,
    page: `/${organisation.slug}/requests/${reference}/proof/match`,
  }),
  schema: () => typed,
  async run({ organisation, person, reference }, values, { now, http }) {
    const session = readCookie(http, "habeas_person");
    if (!person?.proven || !session) return { ok: false, mistakes: { "": mistake("session_ended_proof") } };
    const { matching } = organisation.profile.identity;
    const request = await personRequest(person, { organisation, reference }, now);
    const asked = request && matchAsked(matching, request);
    if (!matching || !asked) return { ok: false, refusal: "proof_more_than_needed" };
    const points = asked.points.map(({ id }) => ({ id, text: values[`point_${id}`] }));
    const empty = points.filter(({ text }) => typeof text !== "string" || text.trim() === "");
    if (empty.length > 0)
      return {
        ok: false,
        mistakes: Object.fromEntries(empty.map(({ id }) => [`point_${id}`, mistake("point_missing")])),
      };
    const given = Object.fromEntries(points.map(({ id, text }) => [id, String(text).slice(0, 200)]));
    const matcher = matcherFor(organisation.slug, matching);
    const onAway = (fault: unknown) =>
      logFault("the source of matching is away", fault, { organisationId: organisation.id });
    const proven = await proveByMatching(person, { organisation, session, typed: given, matcher, onAway }, now);
    return proven.ok ? provenAt(person, { organisation, reference }, now) : proven;
  },
});

import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { freshenPersonSession } from "@/lib/db/person-sessions";
import { countAgainst } from "@/lib/db/rate-limit";
import { detailsOf, loadRequest, personOf, type StoredRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import {
  type MatchAnswer,
  type MatchedKind,
  type Matcher,
  type MatchQuestion,
  matchAsked,
  matchTries,
  nameTries,
} from "@/lib/domain/matching";
import { type Refused, refuse } from "@/lib/domain/refusal";
import { proveDelivery } from "./prove-delivery";
import { stepRefusalFor } from "./step-context";
import { takeStep } from "./take-step";

type Given = {
  organisation: Organisation;
  /** The secret of this browser's session: what is shown counts here and in no other. */
  session: string;
  /** Point id → what was typed. */
  typed: Readonly<Record<string, string>>;
  matcher: Matcher;
  /** Told when the source is away, for the log: the person only hears that it cannot be checked now. */
  onAway(fault: unknown): void;
};

/**
 * The person types what the organisation holds about them. All of it fits or nothing does, and a miss never says which line
 * it was or whether the name is known here (ATK-I1). The try is counted before anything is compared, against the request and
 * then against the name, so that filing again gives no new tries (ATK-I7). What was compared for one address is never
 * written for another that took its place meanwhile (ATK-I3).
 */
export async function proveByMatching(
  actor: PersonActor,
  input: Given,
  now: Date,
): Promise<{ ok: true; reference: string } | Refused> {
  const { organisation, session, matcher } = input;
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  const asking = await inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    return stored ? questionFor(stored, actor, input.typed, now) : refuse("not_found");
  });
  if ("ok" in asking) return asking;
  if (!(await mayTry(actor, asking.nameIndex, now))) return refuse("match_paused");
  const answer = await askSource(matcher, asking.question, input.onAway, now);
  if (!answer) return refuse("match_away");
  const of = { organisation, request: { id: actor.requestId }, seenVersion: asking.version };
  if (answer.matched < Object.keys(asking.question.points).length) {
    const failed = await takeStep(actor, { ...of, change: { step: "fail_match" } }, now);
    return failed.ok ? refuse("match_failed") : failed;
  }
  const change = { step: "prove", kind: asking.kind, by: "matching" } as const;
  const taken = await takeStep(actor, { ...of, change }, now);
  if (!taken.ok) return taken;
  await inOrganisation(organisation.id, (scope) =>
    freshenPersonSession(scope, { token: session, requestId: actor.requestId, factors: ["matched"] }, now),
  );
  if (asking.answered) {
    const shown = await proveDelivery(actor, { organisation, session, typed: {} }, now);
    // Another proof may have to stand first, an address to be confirmed anew: what was shown here is written down all the same.
    if (!shown.ok && shown.refusal !== "proof_missing") return shown;
  }
  return { ok: true, reference: taken.reference };
}

type Asking = {
  kind: MatchedKind;
  question: MatchQuestion;
  answered: boolean;
  nameIndex: string | null;
  version: number;
};

/** What the source is asked about this request, and what that would prove; the refusal where there is nothing to compare. */
function questionFor(
  stored: StoredRequest,
  actor: PersonActor,
  typed: Readonly<Record<string, string>>,
  now: Date,
): Asking | Refused {
  const refusal = stepRefusalFor("fail_match", stored, actor, now);
  if (refusal) return refuse(refusal);
  const { matching } = stored.organisation.profile.identity;
  const person = personOf(stored);
  const wanted = matchAsked(matching, { facts: stored.facts, details: detailsOf(stored) });
  if (!person || !wanted) return refuse("proof_more_than_needed");
  const { name, email } = person;
  const answered = stored.facts.state === "answered" || stored.facts.state === "closed";
  const asked = Object.fromEntries(wanted.points.map(({ id }) => [id, typed[id] ?? ""]));
  const question = { name, email, points: asked };
  return { kind: wanted.kind, answered, question, nameIndex: stored.row.nameIndex, version: stored.facts.version };
}

async function mayTry(actor: PersonActor, nameIndex: string | null, now: Date): Promise<boolean> {
  const limits = [
    { key: `match:${actor.requestId}`, tries: matchTries },
    { key: `match_name:${actor.organisationId}:${nameIndex}`, tries: nameTries },
  ];
  for (const { key, tries } of limits) {
    const counted = await countAgainst({ key, limit: tries.count, windowSeconds: tries.hours * 3600 }, now);
    if (!counted.allowed) return false;
  }
  return true;
}

async function askSource(
  matcher: Matcher,
  question: MatchQuestion,
  onAway: (fault: unknown) => void,
  now: Date,
): Promise<MatchAnswer | null> {
  try {
    return await matcher(question, now);
  } catch (fault) {
    onAway(fault);
    return null;
  }
}

import "server-only";
import { findLink, spendChallenge, typedBesideLink } from "@/lib/db/challenge-use";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import { writeStepEvent } from "@/lib/db/step-event";
import type { PersonActor, VisitorActor } from "@/lib/domain/actor";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { StepChange } from "@/lib/domain/step-change";
import { stepRefusal } from "@/lib/domain/take-step";
import { noteRisks } from "./note-risks";
import { stepContext } from "./step-context";

export type AgentAnswer = "yes" | "no";

/**
 * The person says whether the agent may act for them. Each link answers once; a "no" outlives every "yes".
 * `onFile`: the organisation's own system knows the address we wrote to under the person's name; only then the answer is a
 * proof by itself, and otherwise a member of staff looks and accepts it.
 */
export async function answerForAgent(
  actor: VisitorActor,
  input: { organisation: Organisation; token: string; code: string; answer: AgentAnswer; onFile: boolean },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const answered = await inTurn(() => inOrganisation(organisation.id, (scope) => answerOnce(scope, input, now)));
  return answered ?? refuse("changed_meanwhile");
}

async function answerOnce(
  scope: Scope,
  { organisation, token, code, answer, onFile }: Parameters<typeof answerForAgent>[1],
  now: Date,
): Promise<{ ok: true } | Refused> {
  const challenge = await findLink(scope, { token, purposes: ["authorise"] }, now);
  const stored = challenge && (await loadRequest(scope, organisation, { id: challenge.requestId }));
  if (!stored) return refuse("link_dead");
  const { organisationId } = scope;
  const person: PersonActor = { kind: "person", organisationId, requestId: stored.id, proven: true };
  const change: StepChange = answer === "yes" ? { step: "authorise", onFile } : { step: "disown" };
  const refusal = stepRefusal(change.step, stepContext(stored, person, change, now));
  if (refusal) return refuse(refusal);
  if (answer === "no" && stored.facts.authority.deniedOn !== null) return refuse("already_done");
  // Nobody asked in this browser: what shows that a person pressed is the code that only the letter says (ATK-M4).
  const missing = await typedBesideLink(scope, challenge, code);
  if (missing) return refuse(missing);
  if (!(await spendChallenge(scope, challenge, now))) return refuse("link_dead");
  const event = await writeStepEvent(scope, stored, { actor: person, change }, now);
  const after = await recordChange(scope, stored, { event, actor: person }, now);
  await writeConsequence(scope, after, person, now);
  if (answer === "no") await noteRisks(scope, after, ["disowned"], now);
  return { ok: true };
}

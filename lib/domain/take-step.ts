// Decides whether an actor may take a step now. The server's guard, the console's buttons and the jobs all ask here.
import { rolesOf } from "./actor";
import { mostUrgent } from "./contest-clock";
import { type Edge, endedStates, lifecycle, mayTake, nextState, type State, type Step, steps } from "./lifecycle";
import { firstUnmetNeed, type StepContext } from "./lifecycle-needs";
import type { Refusal } from "./refusal";

/** Null when the step may be taken now; else why not. Role first: who may not act learns nothing about the state. */
export function stepRefusal(step: Step, context: StepContext): Refusal | null {
  const edge: Edge = lifecycle[step];
  if (!mayTake(step, rolesOf(context.actor))) return "not_your_role";
  // What is left of a purged request is a count and a chain; nothing happens to it any more, in whatever state it ended.
  if (context.facts.purgedOn !== null || nextState(step, context.facts.state) === null) return "not_open_in_this_state";
  return firstUnmetNeed(edge.needs, context);
}

export type OpenStep = { step: Step; refusal: Refusal | null };

/**
 * Every step of the actor's role with the reason why it is closed, if it is. What only typing can satisfy (a reason,
 * an outcome) counts as open here: the button must lead to the page where it is typed.
 */
export function stepsFor(context: StepContext): readonly OpenStep[] {
  const roles = rolesOf(context.actor);
  const typed: ReadonlySet<Refusal> = new Set<Refusal>([
    "reason_missing",
    "outcome_missing",
    "ground_missing",
    "date_missing",
    "delay_date_missing",
    "channel_missing",
    "no_proven_address",
    "proof_beyond_policy",
    "proof_more_than_needed",
  ]);
  return steps
    .filter((step) => mayTake(step, roles))
    .map((step) => {
      const refusal = stepRefusal(step, { ...context, words: context.words || "…" });
      return { step, refusal: refusal && typed.has(refusal) ? null : refusal };
    });
}

const nextLegalStep: Readonly<Record<State, readonly Step[]>> = {
  unconfirmed: [],
  open: ["begin"],
  in_progress: ["accept_proof", "prepare"],
  waiting_for_person: ["accept_proof", "resume"],
  answer_prepared: ["release"],
  answered: ["close"],
  closed: [],
  withdrawn: [],
  lapsed: [],
};

// What is asked of us again has a day of its own: it comes first where nothing else is owed, or that day is the earlier one.
function contestSteps({ facts, clock }: StepContext): readonly Step[] {
  const urgent = mostUrgent(clock.contests);
  if (urgent === null) return [];
  const { nextOn } = urgent;
  const first =
    endedStates.includes(facts.state) || (nextOn !== null && (clock.dueOn === null || nextOn <= clock.dueOn));
  if (!first) return [];
  return urgent.acknowledgeBy === null ? ["decide_contest"] : ["acknowledge_contest"];
}

// What cannot be undone waits for a second person, and for nobody else.
function plansToRelease({ facts, actor }: StepContext): readonly Step[] {
  const waits = facts.plan?.released === null && nextState("release_plan", facts.state) !== null;
  return waits && actor.kind === "staff" && actor.staffId !== facts.plan?.by ? ["release_plan"] : [];
}

/** The one step that moves the request on: the primary button. Proof comes before the answer that needs it. */
export function primaryStep(context: StepContext, proofMissing: boolean): Step | null {
  const candidates = [
    ...contestSteps(context),
    ...plansToRelease(context),
    ...nextLegalStep[context.facts.state],
  ].filter((step) => step !== "accept_proof" || proofMissing);
  return candidates.find((step) => mayTake(step, rolesOf(context.actor))) ?? null;
}

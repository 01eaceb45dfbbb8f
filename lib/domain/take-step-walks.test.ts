import fc from "fast-check";
import { expect, it } from "vitest";
import { type Actor, rolesOf, staffRoles } from "./actor";
import type { RightOutcome, StepEvent } from "./events";
import { mayTake, nextState, type State, type Step, steps } from "./lifecycle";
import { demandOf } from "./proof-policy";
import { applyEvent, foldRequest, type RequestFacts } from "./request";
import { kindsHeldBy } from "./request-proofs";
import { type Right, rights } from "./right";
import { stepRefusal } from "./take-step";
import { aChain, aContext, approverId, aReceipt, eventAfter, filedOn, handlerId } from "./test-request";
import { isSatisfied, type ProofKind, proofKinds, relations } from "./verification";

type Move = {
  pick: number;
  wild: boolean;
  actor: Actor;
  outcomes: readonly RightOutcome[];
  withFiles: boolean;
  kind: ProofKind;
};

const staff = (staffId: string): Actor => ({ kind: "staff", organisationId: "o", staffId, roles: staffRoles });
const actors: readonly Actor[] = [
  staff(handlerId),
  staff(approverId),
  { kind: "person", organisationId: "o", requestId: "r", proven: true },
  { kind: "system", organisationId: "o", task: "t" },
];
const someContext = aContext();
const regimes = ["eu_gdpr"] as const;
const kinds = Object.keys(proofKinds).filter((kind) => kind !== "contact_confirmed") as ProofKind[];
const outcomesOf = (asked: readonly Right[]) =>
  fc.tuple(
    ...asked.map((right) =>
      fc.record({
        right: fc.oneof(
          { weight: 9, arbitrary: fc.constant(right) },
          { weight: 1, arbitrary: fc.constantFrom(...rights) },
        ),
        outcome: fc.constantFrom("granted" as const, "partly" as const, "refused" as const),
        ground: fc.constantFrom("ground", "ground", "ground", null),
      }),
    ),
  );
// Not these often, or every walk would end before it got anywhere.
const ends: ReadonlySet<Step> = new Set<Step>(["withdraw", "lapse", "lapse_unproven", "return"]);
const walks = fc.subarray([...rights], { minLength: 1, maxLength: 3 }).chain((asked) =>
  fc.record({
    asked: fc.constant(asked),
    relation: fc.constantFrom(...relations),
    moves: fc.array(
      fc.record({
        pick: fc.nat(),
        wild: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
        actor: fc.constantFrom(...actors),
        outcomes: outcomesOf(asked),
        withFiles: fc.boolean(),
        kind: fc.constantFrom(...kinds),
      }),
      { minLength: 15, maxLength: 40, size: "max" },
    ),
  }),
);

it("ATK-I: in 10,000 random walks no answer leaves without the proof its rights need, nor by one pair of eyes", () => {
  let granting = 0;
  let refusedWithFiles = 0;
  fc.assert(
    fc.property(walks, ({ asked, relation, moves }) => {
      const levels = asked.map((right) => ({ right, ...demandOf({ right, relation, regimes }) }));
      let withFiles = false;
      let facts = foldRequest(aChain(aReceipt({ rights: levels, relation })));
      for (const move of moves) {
        const before = facts;
        const { step, actor } = choiceOf(move, before.state);
        facts = taken(before, step, { ...move, actor }) ?? before;
        if (facts !== before && step === "prepare") withFiles = move.withFiles;
        if (facts === before || step !== "release") continue;
        const held = kindsHeldBy(before);
        const short = facts.outcomes.filter(
          ({ right, outcome }) =>
            (outcome !== "refused" || withFiles) &&
            (!asked.includes(right) || !isSatisfied(demandOf({ right, relation, regimes }), held, relation)),
        );
        expect(short).toEqual([]);
        expect(actor).not.toMatchObject({ staffId: before.prepared?.by });
        if (
          facts.outcomes.some(
            ({ right, outcome }) => outcome !== "refused" && demandOf({ right, relation, regimes }).level > 1,
          )
        )
          granting += 1;
        else if (withFiles) refusedWithFiles += 1;
      }
    }),
    { numRuns: 10_000 },
  );
  // Otherwise the walks would prove nothing.
  expect(granting).toBeGreaterThan(200);
  expect(refusedWithFiles).toBeGreaterThan(20);
}, 120_000);

/** Mostly a step that leads on or proves something, taken by somebody who may; sometimes anything by anybody. */
function choiceOf({ pick, wild, actor }: Move, state: State): { step: Step; actor: Actor } {
  const anything = { step: steps[pick % steps.length] ?? "begin", actor };
  if (wild) return anything;
  const open = steps.filter((step) => leadsOn(step, state) && !ends.has(step));
  const step = open[pick % open.length];
  if (!step) return anything;
  const able = actors.filter((one) => mayTake(step, rolesOf(one)));
  return { step, actor: able[(pick >> 3) % able.length] ?? actor };
}

function leadsOn(step: Step, state: State): boolean {
  const to = nextState(step, state);
  return to !== null && (to !== state || step === "confirm" || step === "accept_proof" || step === "prove");
}

/** The request after the move; null when the guard refused it. */
function taken(facts: RequestFacts, step: Step, move: Move): RequestFacts | null {
  const { outcomes, withFiles } = step === "prepare" ? move : { outcomes: [], withFiles: false };
  if (stepRefusal(step, { ...someContext, facts, actor: move.actor, outcomes, withFiles }) !== null) return null;
  const actorId = move.actor.kind === "staff" ? move.actor.staffId : null;
  return applyEvent(facts, { event: eventOf(step, move, facts), day: filedOn, actorId });
}

function eventOf(step: Step, move: Move, facts: RequestFacts): StepEvent {
  const event = eventAfter(step);
  const files = move.withFiles ? [{ id: "f", digest: "d" }] : [];
  if (event.type === "AnswerPrepared") return { ...event, outcomes: move.outcomes, files };
  if (event.type === "AnswerReleased") return { ...event, outcomes: facts.outcomes };
  if (event.type === "ProofShown") return { ...event, kind: move.kind, level: proofKinds[move.kind].level };
  if (event.type === "ProofAccepted") return { ...event, kind: move.kind, level: proofKinds[move.kind].level };
  return event;
}

import { describe, expect, it } from "vitest";
import { type Role, staffRoles } from "./actor";
import { eventOfStep } from "./events";
import {
  allEdges,
  lifecycle,
  mayTake,
  nextState,
  owingStates,
  type State,
  type Step,
  states,
  steps,
} from "./lifecycle";
import { applyEvent, firstState } from "./request";
import { aReceipt, eventAfter, filedOn, handlerId, inState } from "./test-request";

const roles: readonly Role[] = [...staffRoles, "person", "system", "owner"];
const edges = allEdges();
const movesOn = edges.filter(({ from, to }) => from !== to);

describe("the table and the record agree", () => {
  it.each(edges.map((edge) => [`${edge.step} leads from ${edge.from} to ${edge.to}`, edge] as const))(
    "%s, and its event folds to the same",
    (_, { step, from, to }) => {
      const after = applyEvent(inState(from), { event: eventAfter(step), day: filedOn, actorId: handlerId });
      expect(after.state).toBe(to);
    },
  );

  it("names one event for each step, and no event twice", () => {
    expect(Object.keys(eventOfStep).sort()).toEqual([...steps].sort());
    expect(new Set(Object.values(eventOfStep)).size).toBe(steps.length);
  });
});

describe("V8.2.1 every step × state × role", () => {
  it.each(steps)("%s is open exactly where the table says and to nobody else", (step) => {
    for (const state of states) {
      for (const role of roles) {
        const edge = edges.find((found) => found.step === step && found.from === state && found.by.includes(role));
        const open = mayTake(step, [role]) ? nextState(step, state) : null;
        expect([state, role, open]).toEqual([state, role, edge?.to ?? null]);
      }
    }
  });

  it("opens nothing to somebody without a role", () => {
    expect(steps.filter((step) => mayTake(step, []))).toEqual([]);
  });
});

describe("what must hold whatever the table says", () => {
  const toAnswered = movesOn.filter(({ to }) => to === "answered");

  it("GDPR Art. 12(6): an answer leaves by one step only, taken by an approver, who is not its author and holds the proof", () => {
    expect(toAnswered.map(({ step, from }) => ({ step, from }))).toEqual([
      { step: "release", from: "answer_prepared" },
    ]);
    expect(lifecycle.release.by).toEqual(["approver"]);
    expect(lifecycle.release.needs).toEqual(expect.arrayContaining(["four_eyes", "proof_for_granted_rights"]));
  });

  it("GDPR Art. 12(6): files are collected only with the proof, and only after release", () => {
    expect(lifecycle.collect.needs).toEqual(["proof_for_granted_rights", "fresh_proof"]);
    expect(Object.keys(lifecycle.collect.moves).sort()).toEqual(["answered", "closed"]);
  });

  it("ATK-F1: being verified is no state, so no other state can lose it", () => {
    expect(states.filter((state) => /verif|proven|identified|duplicate/.test(state))).toEqual([]);
  });

  it("GDPR Art. 12(3): no request ends without a word; every end is answered, withdrawn or lapsed", () => {
    const ends = states.filter((state) => !movesOn.some(({ from }) => from === state));
    expect(ends).toEqual(["withdrawn"]);
    // From an answer one step leads back, and it is not the author's (055).
    const back = movesOn.filter(({ from, to }) => (from === "answered" || from === "closed") && to !== "closed");
    expect(back.map(({ step, from, to }) => [step, from, to])).toEqual([
      ["reverse_answer", "answered", "in_progress"],
      ["reverse_answer", "closed", "in_progress"],
    ]);
    expect(lifecycle.reverse_answer.needs).toContain("contest_by_other_eyes");
    // The person's own act is the only way back.
    expect(movesOn.filter(({ from }) => from === "lapsed").map(({ step }) => step)).toEqual([
      "confirm",
      "write",
      "prove",
    ]);
    expect(movesOn.filter(({ to }) => to === "closed").map(({ from }) => from)).toEqual(["answered"]);
    expect(movesOn.filter(({ to }) => to === "lapsed").map(({ step, from }) => [step, from])).toEqual([
      ["lapse", "unconfirmed"],
      ["lapse_unproven", "open"],
      ["lapse_unproven", "waiting_for_person"],
    ]);
  });

  it("lets every owed request still reach an answer and still be withdrawn by the person", () => {
    for (const state of owingStates) {
      expect([state, reachableFrom(state).has("answered")]).toEqual([state, true]);
      expect([state, nextState("withdraw", state)]).toEqual([state, "withdrawn"]);
    }
  });

  it("reaches every state from a receipt", () => {
    const first = new Set([firstState(aReceipt()), firstState(aReceipt({ channel: "post" }))]);
    const reached = new Set([...first].flatMap((state) => [...reachableFrom(state), state]));
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it("lets an auditor look and never touch", () => {
    expect(steps.filter((step) => mayTake(step, ["auditor"]))).toEqual(["inspect"]);
    expect(edges.every(({ step, from, to }) => step !== "inspect" || from === to)).toBe(true);
  });

  it("lets an administrator assign, take over their own settings, and decide nothing", () => {
    const taken = steps.filter((step) => mayTake(step, ["administrator"]));
    expect(taken).toEqual(["assign", "adopt_clock_settings"]);
  });

  it("keeps the steps of person, staff, owners and system apart, but for a task that each of the last three may answer", () => {
    for (const step of steps.filter((one) => one !== "answer_task")) {
      const kinds = new Set(
        lifecycle[step].by.map((role) => (role === "person" || role === "system" ? role : "staff")),
      );
      expect([step, kinds.size]).toEqual([step, 1]);
    }
    expect(steps.filter((step) => mayTake(step, ["owner"]))).toEqual(["answer_task"]);
  });
});

function reachableFrom(start: State): ReadonlySet<State> {
  const seen = new Set<State>([start]);
  for (const state of seen) for (const { from, to } of movesOn) if (from === state) seen.add(to);
  return seen;
}

it("answers null for a step that is not open", () => {
  expect(nextState("release" satisfies Step, "open")).toBeNull();
});

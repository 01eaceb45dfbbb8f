import { describe, expect, it } from "vitest";
import { type Actor, type Role, staffRoles } from "./actor";
import { calendarDate } from "./calendar-date";
import { untold } from "./contest";
import { mayTake, nextState, type State, type Step, states, steps } from "./lifecycle";
import { aPlan } from "./systems/test-plan-needs";
import { primaryStep, stepRefusal, stepsFor } from "./take-step";
import { aContext, approverId, filedOn, handlerId, inState } from "./test-request";

function actorAs(role: Role): Actor {
  if (role === "person") return { kind: "person", organisationId: "o", requestId: "r", proven: true };
  if (role === "owner") return { kind: "owner", organisationId: "o", requestId: "r", taskId: "t", system: "s" };
  if (role === "system") return { kind: "system", organisationId: "o", task: "t" };
  return { kind: "staff", organisationId: "o", staffId: approverId, roles: [role] };
}
const visitor: Actor = { kind: "visitor", organisationId: "o" };
const roles: readonly Role[] = [...staffRoles, "person", "system", "owner"];
const proofs = [
  { kind: "contact_confirmed", on: filedOn },
  { kind: "address_on_file", on: filedOn },
] as const;

describe("V8.2.1: the guard and the table say the same for every step × state × role", () => {
  it.each(steps)("%s", (step) => {
    for (const state of states) {
      for (const role of roles) {
        const refusal = stepRefusal(step, aContext({ actor: actorAs(role), facts: inState(state) }));
        if (!mayTake(step, [role])) expect([state, role, refusal]).toEqual([state, role, "not_your_role"]);
        else if (nextState(step, state) === null)
          expect([state, role, refusal]).toEqual([state, role, "not_open_in_this_state"]);
        else expect([state, role, refusal]).not.toEqual([state, role, "not_open_in_this_state"]);
      }
    }
  });

  it("whoever may not act learns nothing about the state", () => {
    const answers = states.map((state) => stepRefusal("release", aContext({ actor: visitor, facts: inState(state) })));
    expect(new Set(answers)).toEqual(new Set(["not_your_role"]));
  });
});

describe("the console's buttons", () => {
  const handler = aContext({ words: "", facts: inState("in_progress", { proofs }) });
  const open = stepsFor(handler);

  it("shows every step of the role and no other", () => {
    expect(open.map(({ step }) => step)).toEqual(steps.filter((step) => mayTake(step, ["handler"])));
    expect(stepsFor(aContext({ actor: visitor }))).toEqual([]);
  });
  it("counts as open what only typing can satisfy", () => {
    expect(refusalOf("prepare")).toBeNull();
    expect(refusalOf("extend")).toBeNull();
    // A written reason opens it, and is asked for on its page.
    expect(refusalOf("ask_proof")).toBeNull();
  });
  it("says why the others are closed", () => {
    expect(refusalOf("close")).toBe("not_open_in_this_state");
  });
  it("keeps words that were typed already", () => {
    expect(stepsFor({ ...handler, words: "Typed." })).toEqual(open);
  });

  function refusalOf(step: Step) {
    return open.find((shown) => shown.step === step)?.refusal;
  }
});

describe("the primary button", () => {
  const handler: Actor = { kind: "staff", organisationId: "o", staffId: handlerId, roles: ["handler"] };
  const approver: Actor = { kind: "staff", organisationId: "o", staffId: approverId, roles: ["approver"] };
  const cases: readonly (readonly [State, Actor, boolean, Step | null])[] = [
    ["unconfirmed", handler, true, null],
    ["open", handler, true, "begin"],
    ["in_progress", handler, true, "accept_proof"],
    ["in_progress", handler, false, "prepare"],
    ["waiting_for_person", handler, true, "accept_proof"],
    ["waiting_for_person", handler, false, "resume"],
    ["answer_prepared", handler, false, null],
    ["answer_prepared", approver, false, "release"],
    ["answered", handler, false, "close"],
    ["closed", handler, false, null],
    ["withdrawn", handler, false, null],
    ["lapsed", handler, false, null],
  ];
  it.each(cases)("in %s for %o (proof missing: %s): %s", (state, actor, proofMissing, step) => {
    expect(primaryStep(aContext({ actor, facts: inState(state) }), proofMissing)).toBe(step);
  });
  it("is always a step that the table opens there", () => {
    for (const [state, , , step] of cases) if (step) expect(nextState(step, state)).not.toBeNull();
  });

  it("a plan of an erasure waits for whoever may release it and did not make it, and only where it can be", () => {
    const first = (who: Actor, state: State, given: Parameters<typeof aPlan>[0] = {}) =>
      primaryStep(aContext({ actor: who, facts: inState(state, { plan: aPlan(given) }) }), false);
    const both: Actor = { kind: "staff", organisationId: "o", staffId: handlerId, roles: ["handler", "approver"] };
    expect(first(approver, "in_progress")).toBe("release_plan");
    expect([first(handler, "in_progress"), first(both, "in_progress")]).toEqual(["prepare", "prepare"]);
    expect(first(approver, "answer_prepared")).toBe("release");
    const released = { on: filedOn, effectsFrom: filedOn };
    expect(first(approver, "in_progress", { released })).toBeNull();
  });

  it("an appeal or a complaint comes first where nothing else is owed, or where its day is the earlier one", () => {
    const complaint = { kind: "complaint", regimes: ["uk_gdpr"], seq: 2, openedOn: filedOn, answerId: null } as const;
    const open = { ...complaint, acknowledgedOn: null, extension: null, decided: null, told: untold };
    const told = { ...open, acknowledgedOn: filedOn };
    const dpo: Actor = { kind: "staff", organisationId: "o", staffId: approverId, roles: ["dpo", "approver"] };
    const firstIn = (state: State, contest: typeof open | typeof told, given = {}) =>
      primaryStep(aContext({ actor: dpo, facts: inState(state, { contests: [contest], ...given }) }), false);
    expect(firstIn("answered", open)).toBe("acknowledge_contest");
    expect(firstIn("answered", told)).toBe("decide_contest");
    expect(firstIn("answer_prepared", told)).toBe("release");
    expect(firstIn("answer_prepared", open)).toBe("release");
    const earlier = { contests: [{ ...open, openedOn: calendarDate("2026-11-25") }] };
    expect(firstIn("answer_prepared", open, earlier)).toBe("acknowledge_contest");
    const pauses = [{ from: filedOn, to: null, ground: "identity", suspends: true }] as const;
    const stopped = inState("answer_prepared", { contests: [open], pauses });
    const clock = { ...aContext({ facts: stopped }).clock, dueOn: null };
    expect(primaryStep(aContext({ actor: dpo, facts: stopped, clock }), false)).toBe("acknowledge_contest");
  });
});

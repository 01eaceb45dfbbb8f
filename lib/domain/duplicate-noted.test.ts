import { describe, expect, it } from "vitest";
import type { RightOutcome } from "./events";
import { type Step, states } from "./lifecycle";
import { applyEvent } from "./request";
import { requestClock } from "./request-clock";
import { isUnproven, proofStanding } from "./request-proofs";
import { stepRefusal } from "./take-step";
import { aContext, approverId, filedOn, handlerId, inState } from "./test-request";

// GHSA-qx5f-ghc2-7g5c: at a neighbour, marking a request as a duplicate of a verified one led around the identity check.
const granted: readonly RightOutcome[] = [{ right: "access", outcome: "granted", ground: null }];
const noted = { event: { type: "DuplicateNoted", of: "H4K2-9QTM-P" }, day: filedOn, actorId: handlerId } as const;
const person = { kind: "person", organisationId: "o", requestId: "r", proven: true } as const;
const approver = { kind: "staff", organisationId: "o", staffId: approverId, roles: ["approver"] } as const;

describe("ATK-F1: noting a duplicate", () => {
  it.each(states)("changes nothing but the remark while a request is %s: state, proof and clock stay", (state) => {
    const before = inState(state, { outcomes: granted });
    const after = applyEvent(before, noted);
    expect(after).toEqual({ ...before, version: before.version + 1, duplicates: ["H4K2-9QTM-P"] });
    expect([isUnproven(after), proofStanding(after)]).toEqual([true, "none"]);
    const clockOf = (facts: typeof before) => requestClock(facts, { promiseDays: 30, holidays: new Set() }).dueOn;
    expect(clockOf(after)).toEqual(clockOf(before));
  });

  it.each<[Step, Parameters<typeof aContext>[0]]>([
    ["prepare", { facts: inState("in_progress"), outcomes: granted }],
    ["release", { facts: inState("answer_prepared", { outcomes: granted }), actor: approver }],
    ["give_delivery_code", { facts: inState("answered", { outcomes: granted }) }],
    ["prove_delivery", { facts: inState("answered", { outcomes: granted }), actor: person }],
    ["collect", { facts: inState("answered", { outcomes: granted }), actor: person, freshLevel: 3 }],
  ])("opens nothing that wants proof: %s", (step, given) => {
    const context = aContext(given);
    expect(stepRefusal(step, { ...context, facts: applyEvent(context.facts, noted) })).toBe("proof_missing");
  });
});

import { describe, expect, it } from "vitest";
import { firstUnmetNeed, type StepContext } from "./lifecycle-needs";
import { applyEvent } from "./request";
import { aContext, approverId, eventOf, filedOn, handlerId, inState, someFacts } from "./test-request";

const both = someFacts({
  rights: [
    { right: "access", level: 2 },
    { right: "opt_out_sale_sharing", level: 0 },
  ],
});
const optOuts = someFacts({ rights: [{ right: "opt_out_sale_sharing", level: 0 }] });
const optedOut = { right: "opt_out_sale_sharing", outcome: "granted", ground: null } as const;
const noAccess = { right: "access", outcome: "refused", ground: "not_identified" } as const;
const proofs = [
  { kind: "contact_confirmed", on: filedOn },
  { kind: "address_on_file", on: filedOn },
] as const;

describe("GDPR Art. 12(6): files need the proof of everything that was asked, whatever is decided about it", () => {
  const refuse = { outcomes: [optedOut, noAccess] };
  const proven = { ...both, proofs };
  const judged = (given: Partial<StepContext>) => firstUnmetNeed(["proof_for_granted_rights"], aContext(given));
  it("words alone go with a refusal that nobody proved anything for", () => {
    expect(judged({ facts: both, ...refuse })).toBeNull();
  });
  it("and files where everything is proven, or where nothing has to be", () => {
    expect(judged({ facts: proven, ...refuse, withFiles: true })).toBeNull();
    expect(judged({ facts: optOuts, outcomes: [optedOut], withFiles: true })).toBeNull();
  });
  it("an answer is judged by its own files, not by those of one that went back", () => {
    expect(judged({ facts: { ...both, answerHasFiles: true }, ...refuse })).toBeNull();
  });
});

it("whether files go along is remembered with the answer, and forgotten with one that goes back", () => {
  const after = (files: readonly { id: string; digest: string }[]) =>
    applyEvent(inState("in_progress"), {
      ...{ event: { ...eventOf("AnswerPrepared"), files }, day: filedOn, actorId: handlerId },
    });
  expect(after([]).answerHasFiles).toBe(false);
  const prepared = after([{ id: "f", digest: "d" }]);
  expect(prepared.answerHasFiles).toBe(true);
  const back = applyEvent(prepared, { event: eventOf("AnswerReturned"), day: filedOn, actorId: approverId });
  expect(back.answerHasFiles).toBe(false);
});

it("ATK-I3: a yes for the mailbox of before is none for the new one; a no outlives every address", () => {
  const authority = { askedOn: filedOn, confirmedOn: filedOn, deniedOn: null };
  const moved = (given: Partial<typeof authority> | { deniedOn: typeof filedOn }) =>
    applyEvent(inState("in_progress", { authority: { ...authority, ...given } }), {
      ...{ event: eventOf("AddressChanged"), day: filedOn, actorId: null },
    }).authority;
  expect(moved({})).toEqual({ askedOn: null, confirmedOn: null, deniedOn: null });
  expect(moved({ deniedOn: filedOn })).toEqual({ askedOn: null, confirmedOn: null, deniedOn: filedOn });
});

describe("four eyes on proof", () => {
  const staff = (staffId: string) => ({ kind: "staff", organisationId: "o", staffId, roles: ["approver"] }) as const;
  const released = someFacts({ state: "answered", answeredOn: filedOn, prepared: { by: handlerId, answerId: "a" } });
  it("before the release, and by the system, proof is accepted as ever", () => {
    const unanswered = { ...released, answeredOn: null };
    const system = { kind: "system", organisationId: "o", task: "t" } as const;
    for (const given of [
      { facts: unanswered, actor: staff(handlerId) },
      { facts: released, actor: system },
    ])
      expect(firstUnmetNeed(["four_eyes_after_release"], aContext(given))).toBeNull();
  });
});

it("GDPR Art. 12(6): more than the policy asks is asked only with a reason that the person reads", () => {
  const enough = someFacts({ proofs });
  const beyond = "Somebody else signed in to this account yesterday.";
  const asked = aContext({ facts: enough, kind: "document_checked", beyond });
  expect(firstUnmetNeed(["proof_allowed", "proof_in_policy"], asked)).toBeNull();
  expect(firstUnmetNeed(["proof_allowed"], aContext({ facts: optOuts, beyond }))).toBe("proof_not_needed");
});

it("GDPR Art. 12(6): no answer smuggles in a right that nobody asked for", () => {
  const facts = someFacts({ proofs: [...proofs, { kind: "document_checked", on: filedOn }] });
  const outcomes = [{ right: "erasure", outcome: "granted", ground: null }] as const;
  expect(firstUnmetNeed(["proof_for_granted_rights"], aContext({ facts, outcomes }))).toBe("proof_missing");
});

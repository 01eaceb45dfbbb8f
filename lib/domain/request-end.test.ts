import { describe, expect, it } from "vitest";
import type { DomainEvent } from "./events";
import { steps } from "./lifecycle";
import { applyEvent, foldRequest, type RequestFacts } from "./request";
import { awaitsProof } from "./request-proofs";
import { stepRefusal } from "./take-step";
import { aChain, aContext, aReceipt, eventOf, filedOn, inState } from "./test-request";

function having(facts: RequestFacts, ...events: DomainEvent[]): RequestFacts {
  return events.reduce((before, event) => applyEvent(before, { event, day: filedOn, actorId: null }), facts);
}
const wrote = eventOf("MessageReceived");

describe("the person's last word", () => {
  it.each(["answered", "closed"] as const)("after the end (%s) is unheard until somebody deals with it", (state) => {
    const unheard = having(inState(state), wrote);
    expect(unheard.personWroteLast).toBe(true);
    expect(having(unheard, eventOf("FileInspected"), eventOf("LetterSent")).personWroteLast).toBe(true);
    for (const type of ["MessageSent", "NoteAdded", "RequestClosed"] as const) {
      expect([type, having(unheard, eventOf(type)).personWroteLast]).toEqual([type, false]);
    }
  });
  it("holds nothing while the request runs: the answer is still to come", () => {
    expect(having(inState("in_progress"), wrote).personWroteLast).toBe(false);
  });
});

describe("files count as identity papers", () => {
  const asked = foldRequest(aChain(aReceipt(), eventOf("ContactConfirmed"), eventOf("ProofAsked")));
  it("from the asking until the proof is accepted, also when a first paper did not do", () => {
    expect(awaitsProof(asked)).toBe(true);
    expect(awaitsProof(having(asked, wrote))).toBe(true);
    expect(awaitsProof(having(asked, wrote, eventOf("ProofRejected")))).toBe(true);
    expect(awaitsProof(having(asked, wrote, eventOf("ProofAccepted")))).toBe(false);
  });
  it("still after a proof that is not enough: the document that was asked for may be on its way", () => {
    const rights = [{ right: "access", level: 3 }] as const;
    const demanding = foldRequest(aChain(aReceipt({ rights }), eventOf("ContactConfirmed"), eventOf("ProofAsked")));
    const halfway = having(demanding, eventOf("ProofAccepted"));
    expect(awaitsProof(halfway)).toBe(true);
    expect(awaitsProof(having(halfway, { ...eventOf("ProofAccepted"), kind: "document_checked", level: 3 }))).toBe(
      false,
    );
  });
  it("again once a proof that was accepted is found wrong", () => {
    const accepted = having(asked, { ...eventOf("ProofAccepted"), kind: "document_checked", level: 3 });
    expect(awaitsProof(accepted)).toBe(false);
    expect(awaitsProof(having(accepted, eventOf("ProofRejected")))).toBe(true);
  });
  it("never without asking, and not after the end, when nobody would look at them in time", () => {
    expect(awaitsProof(inState("in_progress"))).toBe(false);
    expect(awaitsProof(having(asked, eventOf("WorkResumed"), eventOf("AnswerReleased")))).toBe(false);
  });
});

it("nobody takes any step with a purged request, in whatever state it ended", () => {
  const actors = [
    aContext().actor,
    { kind: "person", organisationId: "o", requestId: "r", proven: true },
    { kind: "system", organisationId: "o", task: "t" },
  ] as const;
  for (const state of ["answered", "closed", "withdrawn", "lapsed"] as const) {
    const facts = having(inState(state), eventOf("RequestPurged"));
    expect([facts.state, facts.purgedOn]).toEqual([state, filedOn]);
    const open = actors.flatMap((actor) =>
      steps.filter((step) => stepRefusal(step, aContext({ actor, facts })) === null),
    );
    expect(open).toEqual([]);
  }
});

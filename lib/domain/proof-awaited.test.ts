import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { applyEvent, type RequestFacts } from "./request";
import { proofAwaitedSince } from "./request-proofs";
import { aChain, eventOf, filedOn, someFacts } from "./test-request";

const contact = { kind: "contact_confirmed", on: filedOn } as const;
const pauses = [{ from: filedOn, to: null, ground: "identity", suspends: true }] as const;
const asked = someFacts({ state: "waiting_for_person", proofs: [contact], confirmedOn: filedOn, pauses });
const lapsed = { ...asked, state: "lapsed", closedOn: filedOn, proofReminders: 2 } as const;
const later = "2026-12-20";

function once(facts: RequestFacts, event: Parameters<typeof applyEvent>[1]["event"]): RequestFacts {
  const [happened] = aChain({ event, on: later });
  if (!happened) throw new Error("nothing happened");
  return applyEvent(facts, happened);
}

describe("since when it is the person's turn to show something", () => {
  it("from the day on which their address was confirmed, until they write or somebody begins", () => {
    const told = once(someFacts(), eventOf("ContactConfirmed"));
    expect(proofAwaitedSince(told)).toBe(later);
    expect(proofAwaitedSince(once(told, eventOf("MessageReceived")))).toBeNull();
    expect(proofAwaitedSince(once(told, eventOf("WorkBegun")))).toBeNull();
    expect(proofAwaitedSince(once(told, eventOf("AddressRecognised")))).toBeNull();
    expect(proofAwaitedSince(someFacts())).toBeNull();
  });

  it("from the day on which staff asked, while that is open", () => {
    expect(proofAwaitedSince(asked)).toBe(filedOn);
    expect(proofAwaitedSince(once(asked, eventOf("WorkResumed")))).toBeNull();
  });

  it("anew from the day on which more was asked than they had shown", () => {
    const raised = { type: "RisksNoted", signals: ["new_address"], raised: [{ right: "access", level: 3 }] } as const;
    const told = someFacts({ state: "open", proofs: [contact], proofInviteOn: filedOn, proofReminders: 1 });
    expect(once(told, raised)).toMatchObject({ proofInviteOn: later, proofReminders: 0 });
    expect(once(told, { ...raised, raised: [] })).toMatchObject({ proofInviteOn: filedOn, proofReminders: 1 });
    expect(once({ ...told, proofInviteOn: null }, raised).proofInviteOn).toBeNull();
  });

  it("anew from the day on which letters go to another address", () => {
    expect(once({ ...asked, state: "open" }, eventOf("AddressChanged")).proofInviteOn).toBe(calendarDate(later));
  });

  it.each([
    ["ContactConfirmed", later],
    ["MessageReceived", null],
    ["ProofShown", later],
  ] as const)("%s opens what lapsed again; the clock does not stand still for good", (type, since) => {
    const facts = once(lapsed, eventOf(type));
    expect(facts).toMatchObject({ state: "open", closedOn: null, proofReminders: 0, proofInviteOn: since });
    expect(facts.pauses).toEqual([{ ...pauses[0], to: later }]);
  });

  it("nothing can be waited for from an agent once the person denied them: the turn is ours", () => {
    expect(once(asked, eventOf("AuthorityDenied"))).toMatchObject({ state: "in_progress", proofInviteOn: null });
    const open = someFacts({ state: "open", proofs: [contact], proofInviteOn: filedOn });
    expect(once(open, eventOf("AuthorityDenied"))).toMatchObject({ state: "open", proofInviteOn: null });
  });
});

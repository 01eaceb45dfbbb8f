import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import type { DomainEvent } from "./events";
import { filesDue, type HeldFile } from "./file-retention";
import { foldRequest } from "./request";
import { aChain, aReceipt, eventOf, handlerId } from "./test-request";
import type { StaffProofKind } from "./verification";

const today = calendarDate("2026-12-10");
const paper: HeldFile = { id: "p", purpose: "proof", messageId: "sent", arrivedOn: today };
const sent = { type: "MessageReceived", messageId: "sent", files: 1, proof: "document_checked" } as const;
const accepted = (kind: StaffProofKind): DomainEvent => ({ type: "ProofAccepted", messageId: "n", kind, level: 3 });

function due(...more: DomainEvent[]) {
  const work = { event: eventOf("WorkBegun"), by: handlerId };
  const chain = aChain(aReceipt(), eventOf("ContactConfirmed"), work, ...more);
  return filesDue([paper], { facts: foldRequest(chain), chain, today }).flatMap(({ fileIds }) => fileIds);
}

describe("EDPB §79: a copy goes with the decision about what it shows", () => {
  it("accepted or rejected", () => {
    expect(due(sent, accepted("document_checked"))).toEqual(["p"]);
    expect(due(sent, { type: "ProofRejected", messageId: "n", kind: "document_checked" })).toEqual(["p"]);
  });
  it("and stays when another kind was decided on", () => {
    expect(due(sent, accepted("power_of_attorney"))).toEqual([]);
  });
  it("a paper whose message the record does not know goes with any rejection, and with nothing less", () => {
    expect(due(eventOf("ProofAccepted"))).toEqual([]);
    expect(due(eventOf("ProofRejected"))).toEqual(["p"]);
  });
});

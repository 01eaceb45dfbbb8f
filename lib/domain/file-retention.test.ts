import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import type { DomainEvent } from "./events";
import { filesDue, type HeldFile } from "./file-retention";
import { foldRequest } from "./request";
import { aChain, aReceipt, eventOf, handlerId } from "./test-request";

const day = calendarDate;
const paper: HeldFile = { id: "p", purpose: "proof", messageId: "sent", arrivedOn: day("2026-12-10") };
const letter: HeldFile = { ...paper, id: "m", purpose: "message" };
const answer: HeldFile = { ...paper, id: "a", purpose: "answer", messageId: null };
const sent: DomainEvent = { type: "MessageReceived", messageId: "sent", files: 1 };
const asked = [aReceipt(), eventOf("ContactConfirmed"), { event: eventOf("WorkBegun"), by: handlerId }] as const;

const exported: HeldFile = { ...paper, id: "e", purpose: "export", messageId: null };

function due(today: string, ...more: DomainEvent[]) {
  const chain = aChain(...asked, eventOf("ProofAsked"), ...more);
  return filesDue([paper, letter, answer], { facts: foldRequest(chain), chain, today: day(today) });
}
const papers = { type: "FilesDestroyed", kind: "identity_documents", fileIds: ["p"] };

describe("identity papers", () => {
  it("stay while nobody has decided, and go on the thirtieth day whatever was decided", () => {
    expect(due("2027-01-08", sent)).toEqual([]);
    expect(due("2027-01-09", sent)).toEqual([papers]);
  });
  it("go once they are rejected", () => {
    expect(due("2026-12-10", sent, eventOf("ProofRejected"))).toEqual([papers]);
  });
  it("stay, once accepted, for whoever releases the answer, and go with it", () => {
    const accepted = [sent, eventOf("ProofAccepted"), eventOf("AnswerPrepared")] as const;
    expect(due("2026-12-10", ...accepted)).toEqual([]);
    expect(due("2026-12-10", ...accepted, eventOf("AnswerReleased"))).toEqual([papers]);
  });
  it("stay when the decision was about papers that came before them", () => {
    expect(due("2026-12-10", eventOf("ProofRejected"), sent)).toEqual([]);
  });
  it("go when nothing is owed any more", () => {
    expect(due("2026-12-10", sent, eventOf("RequestWithdrawn"))).toEqual([papers]);
  });
});

describe("files of the answer", () => {
  const closed = [sent, eventOf("ProofAccepted"), eventOf("AnswerPrepared"), eventOf("AnswerReleased")] as const;
  const files = { type: "FilesDestroyed", kind: "answer_files", fileIds: ["a"] };
  it("stay through the ninetieth day after closing and go on the next", () => {
    expect(due("2027-03-04", ...closed, eventOf("RequestClosed"))).toEqual([papers]);
    expect(due("2027-03-05", ...closed, eventOf("RequestClosed"))).toEqual([papers, files]);
  });
  it("stay while the request is not closed", () => {
    expect(due("2029-01-01", ...closed)).toEqual([papers]);
  });
});

describe("what systems gave", () => {
  const exports = { type: "FilesDestroyed", kind: "exports", fileIds: ["e"] };
  const dueOf = (today: string, ...more: DomainEvent[]) => {
    const chain = aChain(...asked, ...more);
    return filesDue([exported], { facts: foldRequest(chain), chain, today: day(today) });
  };
  it("goes at once where the request ended without an answer", () => {
    expect(dueOf("2026-12-10")).toEqual([]);
    for (const end of ["RequestWithdrawn", "ProofLapsed"] as const)
      expect(dueOf("2026-12-10", eventOf(end))).toEqual([exports]);
  });
  it("stays with the files of the answer, and goes with them", () => {
    const answered = [eventOf("AnswerPrepared"), eventOf("AnswerReleased")] as const;
    expect(dueOf("2029-01-01", ...answered)).toEqual([]);
    expect(dueOf("2027-03-04", ...answered, eventOf("RequestClosed"))).toEqual([]);
    expect(dueOf("2027-03-05", ...answered, eventOf("RequestClosed"))).toEqual([exports]);
  });
});

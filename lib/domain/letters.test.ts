import { describe, expect, it } from "vitest";
import { isGathered, noticeOf, notices, personLetters, staffLetters } from "./letters";
import { aReceipt, eventOf } from "./test-request";

const optOut = { right: "opt_out_sale_sharing", level: 0 } as const;
const access = { right: "access", level: 2 } as const;

describe("GDPR Art. 12(3): the person hears of what concerns them", () => {
  it("a request that waits for its address is asked to confirm, and staff is left alone", () => {
    expect(noticeOf(aReceipt(), null, "unconfirmed")).toEqual({ person: ["confirm_address"], staff: [] });
  });
  it("CCPA §7026(d): a pure opt-out is received at once, nothing to confirm", () => {
    const notice = noticeOf(aReceipt({ rights: [optOut] }), null, "open");
    expect(notice).toEqual({ person: ["received"], staff: [{ letter: "staff_new_request", to: "owner" }] });
  });
  it("decision 006: a mixed request starts at once and still asks to confirm for the rest", () => {
    const notice = noticeOf(aReceipt({ rights: [optOut, access] }), null, "open");
    expect(notice.person).toEqual(["confirm_address"]);
    expect(notice.staff).toHaveLength(1);
  });
  it("what staff took down by telephone is received at once", () => {
    expect(noticeOf(aReceipt({ channel: "telephone" }), null, "open").person).toEqual(["received"]);
  });
  it("decision 059: what comes along from another tool was received long ago, and nobody is told that it is now", () => {
    for (const after of ["open", "unconfirmed"] as const) {
      expect(noticeOf(aReceipt({ backlog: true }), null, after)).toEqual({ person: [], staff: [] });
    }
  });
  it("W13: who comes from their account is asked to confirm nothing; the confirmation in the same breath tells everybody", () => {
    const fromAccount = true as const;
    expect(noticeOf(aReceipt({ fromAccount }), null, "unconfirmed")).toEqual({ person: [], staff: [] });
    const mixed = noticeOf(aReceipt({ rights: [optOut, access], fromAccount }), null, "open");
    expect(mixed.person).toEqual(["received"]);
    expect(mixed.staff).toHaveLength(1);
  });
  it("a proof is told to those who wait for it, and lies ready for those who have not begun", () => {
    expect(noticeOf(eventOf("ProofShown"), "waiting_for_person", "in_progress").staff).toHaveLength(1);
    expect(noticeOf(eventOf("ProofShown"), "open", "open")).toEqual({ person: [], staff: [] });
  });
  it("the first confirmation is told to both, a later one to nobody", () => {
    expect(noticeOf(eventOf("ContactConfirmed"), "unconfirmed", "open").person).toEqual(["received"]);
    expect(noticeOf(eventOf("ContactConfirmed"), "in_progress", "in_progress")).toEqual({ person: [], staff: [] });
  });
  it("GDPR Art. 12(4): an answer that grants nothing is a refusal with its remedies", () => {
    const refused = { right: "access", outcome: "refused", ground: "x" } as const;
    const released = eventOf("AnswerReleased");
    expect(noticeOf(released, "answer_prepared", "answered").person).toEqual(["answer_ready"]);
    expect(noticeOf({ ...released, outcomes: [refused] }, "answer_prepared", "answered").person).toEqual(["refused"]);
    const partly = [refused, { ...refused, outcome: "partly" as const }];
    expect(noticeOf({ ...released, outcomes: partly }, "answer_prepared", "answered").person).toEqual(["answer_ready"]);
  });
  it.each([
    "RequestLapsed",
    "RequestWithdrawn",
    "DeadlineExtended",
    "DelayTold",
    "ProofAsked",
    "ClarificationAsked",
  ] as const)("%s is never silent", (type) =>
    expect(noticeOf(eventOf(type), "in_progress", "in_progress").person).toHaveLength(1),
  );
});

it("an overdue request is told to the DPO as well", () => {
  expect(notices.OverdueEscalated.staff).toEqual([{ letter: "staff_overdue", to: "owner_and_dpo" }]);
});

it("nothing about a contest goes to an address that nobody showed to be theirs, and staff are told all the same", () => {
  const entered = eventOf("ContestEntered");
  const person = (event: Parameters<typeof noticeOf>[0]) => noticeOf(event, "closed", "closed").person;
  expect([person(entered), person({ ...entered, unwritten: true })]).toEqual([["contest_received"], []]);
  expect(noticeOf({ ...entered, unwritten: true }, "closed", "closed").staff).toEqual(notices.ContestEntered.staff);
  const confirmed = eventOf("ContestAcknowledged");
  expect([person(confirmed), person({ ...confirmed, by: "telephone" })]).toEqual([["contest_received"], []]);
});

it("one letter tells staff of many dates, and of one message only", () => {
  expect([isGathered("staff_overdue"), isGathered("staff_person_replied")]).toEqual([true, false]);
});

it("no letter is owed for a letter, so that a bounce cannot loop", () => {
  expect([notices.LetterSent, notices.LetterFailed]).toEqual([
    { person: [], staff: [] },
    { person: [], staff: [] },
  ]);
});

it("every letter has an event that owes it, but for those asked for by hand, sent to another address, about who is away, or owed once a week", () => {
  const refused = [{ right: "access", outcome: "refused", ground: "x" }] as const;
  const owed = [
    ...Object.values(notices),
    noticeOf({ ...eventOf("AnswerReleased"), outcomes: refused }, "answer_prepared", "answered"),
  ].flatMap(({ person, staff }) => [...person, ...staff.map(({ letter }) => letter)]);
  const all: readonly string[] = [...personLetters, ...staffLetters];
  expect(all.filter((letter) => !owed.some((kind) => kind === letter))).toEqual([
    "fresh_link",
    "confirm_agent",
    "confirm_new_address",
    "address_changed",
    "delivery_code",
    "staff_nobody_there",
    // Owed by the calendar (weekly-letter.ts).
    "staff_weekly",
  ]);
});

import { describe, expect, it } from "vitest";
import type { DomainEvent } from "./events";
import { states } from "./lifecycle";
import { applyEvent, firstState, foldRequest, type RequestFacts, waitingOn } from "./request";
import { levelHeldBy, levelNeededBy } from "./request-proofs";
import { aChain, approverId, aReceipt, eventOf, filedOn, handlerId, inState, someFacts } from "./test-request";

const monday = "2026-12-07";
const friday = "2026-12-11";

/** What an event changes, apart from the version. */
function change(event: DomainEvent, before: RequestFacts, by: string | null = null): Partial<RequestFacts> {
  const after = applyEvent(before, { event, day: filedOn, actorId: by });
  return Object.fromEntries(
    Object.entries(after).filter(([key, held]) => key !== "version" && held !== before[key as keyof RequestFacts]),
  );
}

describe("the receipt", () => {
  it("waits for a confirmed address", () => {
    expect(firstState(aReceipt())).toBe("unconfirmed");
  });
  it("CCPA §7026(d): starts at once when a right in it may not be verified", () => {
    const rights = [
      { right: "access", level: 2 },
      { right: "opt_out_sale_sharing", level: 0 },
    ] as const;
    expect(firstState(aReceipt({ rights }))).toBe("open");
  });
  it("starts at once when staff took it down by telephone", () => {
    expect(firstState(aReceipt({ channel: "telephone" }))).toBe("open");
  });
  it("begins every chain, and stands in it once", () => {
    expect(() => foldRequest([])).toThrow("a request begins with its receipt");
    expect(() => foldRequest(aChain(eventOf("WorkBegun")))).toThrow("a request begins with its receipt");
    expect(() => foldRequest(aChain(aReceipt(), aReceipt()))).toThrow("a request is received once");
  });
  it("counts every event as a version", () => {
    expect(foldRequest(aChain(aReceipt(), eventOf("NoteAdded"), eventOf("LetterSent"))).version).toBe(3);
  });
});

describe("each event changes these facts and no others", () => {
  const waiting = inState("waiting_for_person", {
    pauses: [{ from: filedOn, to: null, ground: "identity", suspends: true }],
  });
  const resumed = {
    state: "in_progress",
    pauses: [{ from: filedOn, to: filedOn, ground: "identity", suspends: true }],
  };
  const working = inState("in_progress");
  const contact = { kind: "contact_confirmed", on: filedOn } as const;

  type Row = readonly [string, DomainEvent, RequestFacts, object, string?];
  const rows: readonly Row[] = [
    [
      "the first confirmation opens the request",
      eventOf("ContactConfirmed"),
      someFacts(),
      { state: "open", confirmedOn: filedOn, proofInviteOn: filedOn, proofs: [contact] },
    ],
    [
      "a confirmation while it runs is only a proof",
      eventOf("ContactConfirmed"),
      working,
      { confirmedOn: filedOn, proofInviteOn: filedOn, proofs: [contact] },
    ],
    [
      "a second confirmation is nothing new",
      eventOf("ContactConfirmed"),
      inState("open", { confirmedOn: filedOn, proofs: [contact] }),
      {},
    ],
    ["a reminder is counted", eventOf("ReminderSent"), someFacts(), { reminders: 1, lastReminderOn: filedOn }],
    ["lapse ends it", eventOf("RequestLapsed"), someFacts(), { state: "lapsed", closedOn: filedOn }],
    ["withdrawal ends it", eventOf("RequestWithdrawn"), working, { state: "withdrawn", closedOn: filedOn }],
    ["a message that was waited for brings the ball back", eventOf("MessageReceived"), waiting, resumed],
    ["any other message changes nothing", eventOf("MessageReceived"), working, {}],
    ["assigning names the owner", eventOf("RequestAssigned"), working, { assignedTo: handlerId }],
    [
      "beginning makes the beginner the owner",
      eventOf("WorkBegun"),
      inState("open"),
      { state: "in_progress", assignedTo: handlerId },
      handlerId,
    ],
    [
      "beginning leaves an owner in place",
      eventOf("WorkBegun"),
      inState("open", { assignedTo: approverId }),
      { state: "in_progress" },
      handlerId,
    ],
    [
      "asking for proof waits and forgets an earlier identification",
      eventOf("ProofAsked"),
      inState("in_progress", { verifiedOn: filedOn }),
      {
        state: "waiting_for_person",
        pauses: [{ from: filedOn, to: null, ground: "identity", suspends: true }],
        identityAskedOn: filedOn,
        verifiedOn: null,
      },
    ],
    [
      "asking what was meant waits",
      eventOf("ClarificationAsked"),
      working,
      { state: "waiting_for_person", pauses: [{ from: filedOn, to: null, ground: "clarification", suspends: false }] },
    ],
    [
      "a proof that was asked for identifies and brings the ball back",
      eventOf("ProofAccepted"),
      { ...waiting, identityAskedOn: filedOn },
      { ...resumed, proofs: [{ kind: "address_on_file", on: filedOn }], verifiedOn: filedOn },
    ],
    [
      "a proof that nobody asked for is kept and moves no clock",
      eventOf("ProofAccepted"),
      working,
      { proofs: [{ kind: "address_on_file", on: filedOn }] },
    ],
    [
      "resuming ends the wait, and says that nothing came",
      eventOf("WorkResumed"),
      waiting,
      { ...resumed, pauses: resumed.pauses.map((pause) => ({ ...pause, unanswered: true })) },
    ],
    [
      "an extension is remembered with both dates",
      eventOf("DeadlineExtended"),
      working,
      { extension: { on: filedOn, from: "2027-01-04", to: "2027-03-04" } },
    ],
    [
      "preparing binds the answer to its author",
      eventOf("AnswerPrepared"),
      working,
      {
        state: "answer_prepared",
        outcomes: [{ right: "access", outcome: "granted", ground: null }],
        prepared: { by: handlerId, answerId: "a" },
      },
      handlerId,
    ],
    [
      "an answer without an author is nobody's",
      eventOf("AnswerPrepared"),
      working,
      {
        state: "answer_prepared",
        outcomes: [{ right: "access", outcome: "granted", ground: null }],
        prepared: { by: "", answerId: "a" },
      },
    ],
    [
      "returning takes the outcomes back",
      eventOf("AnswerReturned"),
      inState("answer_prepared", { prepared: { by: handlerId, answerId: "a" } }),
      { state: "in_progress", outcomes: [], prepared: null },
    ],
    [
      "release answers",
      eventOf("AnswerReleased"),
      inState("answer_prepared"),
      { state: "answered", answeredOn: filedOn, answeredBy: [] },
    ],
    ["closing closes", eventOf("RequestClosed"), inState("answered"), { state: "closed", closedOn: filedOn }],
    ["a warning is remembered for its date", eventOf("DueSoonNoticed"), working, { warnedFor: "2027-01-04" }],
    ["so is an escalation", eventOf("OverdueEscalated"), working, { escalatedFor: "2027-01-04" }],
  ];
  const cases = rows.map(([name, event, before, expected, by = null]) => ({ name, event, before, expected, by }));
  it.each(cases)("$name", ({ event, before, expected, by }) => {
    expect(change(event, before, by)).toEqual(expected);
  });

  const silent = ["NoteAdded", "MessageSent", "AnswerCollected", "FileInspected", "LetterSent"] as const;
  it.each([...silent, "LetterFailed", "LetterOwedAgain"] as const)("%s changes nothing", (type) => {
    expect(change(eventOf(type), working)).toEqual({});
  });
});

it("GDPR Art. 12(3): every wait ends on the day the person answered, and earlier waits stay as they were", () => {
  const facts = foldRequest(
    aChain(
      aReceipt(),
      eventOf("ContactConfirmed"),
      { event: eventOf("WorkBegun"), by: handlerId },
      { event: eventOf("ClarificationAsked"), on: monday },
      { event: eventOf("MessageReceived"), on: friday },
      { event: eventOf("ProofAsked"), on: friday },
      { event: eventOf("ProofAccepted"), on: "2026-12-14" },
    ),
  );
  expect(facts.pauses).toEqual([
    { from: monday, to: friday, ground: "clarification", suspends: false },
    { from: friday, to: "2026-12-14", ground: "identity", suspends: true },
  ]);
  expect(facts).toMatchObject({ state: "in_progress", identityAskedOn: friday, verifiedOn: "2026-12-14" });
});

it("a record from before the choice existed keeps what the person was told: the clock stood still", () => {
  const asked = { type: "ClarificationAsked", messageId: "m" } as const;
  const proof = { type: "ProofAsked", messageId: "m", kind: "declaration" } as const;
  expect(foldRequest(aChain(aReceipt(), asked)).pauses).toMatchObject([{ suspends: true }]);
  expect(foldRequest(aChain(aReceipt(), proof)).pauses).toMatchObject([{ suspends: true }]);
});

describe("levels", () => {
  it("holds what its proofs give together", () => {
    expect(levelHeldBy(someFacts())).toBe(0);
    const proofs = [
      { kind: "contact_confirmed", on: filedOn },
      { kind: "declaration", on: filedOn },
    ] as const;
    expect(levelHeldBy(someFacts({ proofs }))).toBe(3);
  });
  it("needs what its most demanding right needs", () => {
    expect(levelNeededBy({ rights: [] })).toBe(0);
    expect(
      levelNeededBy({
        rights: [
          { right: "objection", level: 1 },
          { right: "erasure", level: 2 },
        ],
      }),
    ).toBe(2);
  });
});

it("says who has the ball in every state", () => {
  expect(Object.fromEntries(states.map((state) => [state, waitingOn(state)]))).toEqual({
    unconfirmed: "person",
    open: "organisation",
    in_progress: "organisation",
    waiting_for_person: "person",
    answer_prepared: "organisation",
    answered: "nobody",
    closed: "nobody",
    withdrawn: "nobody",
    lapsed: "nobody",
  });
});

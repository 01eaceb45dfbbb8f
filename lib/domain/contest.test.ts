import { describe, expect, it, test } from "vitest";
import { type CalendarDate, calendarDate } from "./calendar-date";
import {
  answerOut,
  anyContestRefusal,
  contestRefusal,
  contestsOffered,
  hasJudged,
  isWrittenTo,
  needsNewAnswer,
} from "./contest";
import type { DomainEvent, Outcome } from "./events";
import type { RegimeId } from "./regime";
import { applyEvent, type RequestFacts } from "./request";
import { requestClock } from "./request-clock";
import type { Right } from "./right";
import { aContest, openUnder } from "./test-contest";
import { approverId, eventOf, filedOn, handlerId } from "./test-request";

const day = calendarDate;
const today = day("2027-02-01");
const soon = { today, dueOn: day("2027-03-01") };
const late = { today, dueOn: day("2027-01-31") };
const prepared = { by: handlerId, answerId: "a" };

function answered(regime: RegimeId, outcome: Outcome, given: Partial<RequestFacts> & { right?: Right } = {}) {
  const { right = "access", ...rest } = given;
  const rights = [{ right, level: 2 as const }];
  const outcomes = [{ right, outcome, ground: null }];
  return openUnder([regime], { state: "answered", answeredOn: filedOn, prepared, rights, outcomes, ...rest });
}
const kindsIn = (facts: RequestFacts, on: { today: CalendarDate; dueOn: CalendarDate | null } = soon) =>
  contestsOffered(facts, on).map(({ kind }) => kind);

describe("who may ask again, for what", () => {
  test.each([
    ["Va. Code §59.1-577(C): a refusal", answered("us_va_vcdpa", "refused"), ["appeal"]],
    ["C.R.S. 6-1-1306(3): what was granted in part", answered("us_co_cpa", "partly"), ["appeal"]],
    ["nothing against what was granted", answered("us_va_vcdpa", "granted"), []],
    ["nothing while an answer is not due yet", openUnder(["us_tx_tdpsa"]), []],
    ["what ended without an answer", openUnder(["us_ct_ctdpa"], { state: "lapsed" }), ["appeal"]],
    ["nothing against what the person withdrew", openUnder(["us_va_vcdpa"], { state: "withdrawn" }), []],
    ["GDPR: none, the authority stands open", answered("eu_gdpr", "refused"), []],
    ["DPA 2018 s.164A: a complaint at any time", openUnder(["uk_gdpr"]), ["complaint"]],
    ["also after all was granted", answered("uk_gdpr", "granted"), ["complaint"]],
    ["also after the request was withdrawn", openUnder(["uk_gdpr"], { state: "withdrawn" }), ["complaint"]],
    ["DPDP Act s.13(1): a grievance about any act or omission", openUnder(["in_dpdp"]), ["grievance"]],
    ["none after the request was destroyed", openUnder(["uk_gdpr"], { purgedOn: filedOn }), []],
    [
      "11 CCR Art. 11: an automated decision",
      answered("us_ca_ccpa", "refused", { right: "automated_decision_review" }),
      ["appeal"],
    ],
    ["11 CCR: and no other refusal", answered("us_ca_ccpa", "refused"), []],
    ["the laws of a request together", openUnder(["in_dpdp", "uk_gdpr"]), ["grievance", "complaint"]],
  ] as const)("%s", (_, facts, kinds) => expect(kindsIn(facts)).toEqual(kinds));

  it("silence is refusal too: once an answer is late it may be appealed", () => {
    expect(kindsIn(openUnder(["us_va_vcdpa"]), late)).toEqual(["appeal"]);
    expect(kindsIn(openUnder(["us_va_vcdpa"]), { today, dueOn: null })).toEqual([]);
  });
  it("DPA 2018 s.164A: not before it was in force, nor the appeal of 11 CCR before 2027", () => {
    expect(kindsIn(openUnder(["uk_gdpr"]), { ...soon, today: day("2026-06-18") })).toEqual([]);
    const decision = answered("us_ca_ccpa", "refused", { right: "automated_decision_review" });
    expect(kindsIn(decision, { ...soon, today: day("2026-12-31") })).toEqual([]);
  });
  it("nothing twice: not while it is open, nor again about the same answer", () => {
    const decided = { on: filedOn, outcome: "denied" } as const;
    const open = answered("us_va_vcdpa", "refused", { contests: [aContest()] });
    const again = answered("us_va_vcdpa", "refused", { contests: [aContest({ decided })] });
    const newer = answered("us_va_vcdpa", "refused", { contests: [aContest({ decided, answerId: "earlier" })] });
    expect([open, again, newer].map((facts) => contestRefusal(facts, soon, "appeal"))).toEqual([
      "contest_open",
      "nothing_to_contest",
      null,
    ]);
    const complained = aContest({ kind: "complaint", regimes: ["uk_gdpr"] });
    expect(contestRefusal(openUnder(["uk_gdpr"], { contests: [complained] }), soon, "complaint")).toBe("contest_open");
    expect(
      contestRefusal(openUnder(["uk_gdpr"], { contests: [{ ...complained, decided }] }), soon, "complaint"),
    ).toBeNull();
    expect(contestRefusal(openUnder(["eu_gdpr"]), soon, "complaint")).toBe("no_contest_in_law");
  });
  it("knows which answer is out, and who had a hand in one", () => {
    expect(answerOut(openUnder([], { answeredOn: filedOn }))).toBeNull();
    expect(answerOut(openUnder([], { prepared }))).toBeNull();
    expect(answerOut(answered("us_va_vcdpa", "refused"))).toBe("a");
    expect(hasJudged(openUnder([], { prepared }), handlerId)).toBe(true);
    expect(hasJudged(openUnder([], { answeredBy: [approverId] }), approverId)).toBe(true);
    expect(hasJudged(openUnder([]), handlerId)).toBe(false);
  });
  it("whoever is right about a refusal gets an answer; about silence or handling, a word", () => {
    expect(needsNewAnswer(answered("us_va_vcdpa", "refused"), aContest())).toBe(true);
    expect(needsNewAnswer(openUnder(["us_va_vcdpa"]), aContest())).toBe(false);
    expect(needsNewAnswer(answered("uk_gdpr", "granted"), aContest({ kind: "complaint", regimes: ["uk_gdpr"] }))).toBe(
      false,
    );
  });
});

describe("what staff may take down", () => {
  it("says why no kind is open, and of several reasons the one that is nearest to open", () => {
    const of = (facts: RequestFacts) => anyContestRefusal(facts, soon);
    expect(of(openUnder(["uk_gdpr"]))).toBeNull();
    expect(of(openUnder(["eu_gdpr"]))).toBe("no_contest_in_law");
    expect(of(openUnder(["us_va_vcdpa"]))).toBe("nothing_to_contest");
    const complained = aContest({ kind: "complaint", regimes: ["uk_gdpr"] });
    expect(of(openUnder(["uk_gdpr"], { contests: [complained] }))).toBe("contest_open");
  });
  it("writes only to an address that was shown, and not while an agent asks whom the person disowned", () => {
    const denied = { askedOn: filedOn, confirmedOn: null, deniedOn: filedOn };
    const facts = [{ confirmedOn: null }, { confirmedOn: filedOn }, { confirmedOn: filedOn, authority: denied }];
    expect(facts.map((given) => isWrittenTo(openUnder([], given)))).toEqual([false, true, false]);
  });
});

describe("what becomes of a request that is contested", () => {
  const opened = { type: "ContestOpened", contest: "appeal", regimes: ["us_va_vcdpa"], messageId: "m" } as const;
  const following = (facts: RequestFacts, ...events: readonly DomainEvent[]) =>
    events.reduce((held, event) => applyEvent(held, { event, day: filedOn, actorId: approverId }), facts);
  const about = { contest: "appeal", messageId: "m" } as const;

  it("remembers what was asked, told and decided, of the open one alone", () => {
    const facts = following(answered("us_va_vcdpa", "refused"), opened, {
      type: "ContestAcknowledged",
      contest: "appeal",
    });
    expect(facts.contests).toEqual([aContest({ seq: 2, acknowledgedOn: filedOn })]);
    const longer = following(facts, { type: "ContestExtended", from: today, to: today, ...about });
    expect(longer.contests[0]?.extension).toEqual({ on: filedOn, to: today });
    const denied = following(longer, { type: "ContestDecided", outcome: "denied", ...about });
    expect([denied.state, denied.contests[0]?.decided?.outcome]).toEqual(["answered", "denied"]);
    const twice = following(denied, opened, { type: "ContestDecided", outcome: "granted", ...about });
    expect(twice.contests.map(({ decided }) => decided?.outcome)).toEqual(["denied", "granted"]);
  });
  it("DPA 2018 s.164A(3): the letter that has left is the acknowledgement, of the one that waits longest", () => {
    const sent = { type: "LetterSent", letterId: "l", letter: "contest_received" } as const;
    const facts = following(answered("us_va_vcdpa", "refused"), opened, { ...opened, contest: "complaint" });
    const told = (held: RequestFacts) => held.contests.map(({ acknowledgedOn }) => acknowledgedOn);
    expect(told(following(facts, sent))).toEqual([filedOn, null]);
    expect(told(following(facts, sent, sent, sent))).toEqual([filedOn, filedOn]);
  });
  it("DPA 2018 s.164A(3): of two that are open each is acknowledged by its own letter, in whatever order they leave", () => {
    const facts = following(answered("us_va_vcdpa", "refused"), opened, { ...opened, contest: "complaint" });
    const [first, second] = facts.contests.map(({ seq }) => seq);
    const sent = (about?: number) =>
      ({ type: "LetterSent", letterId: "l", letter: "contest_received", about }) as const;
    const told = (held: RequestFacts) => held.contests.map(({ acknowledgedOn }) => acknowledgedOn);
    expect(told(following(facts, sent(second)))).toEqual([null, filedOn]);
    expect(told(following(facts, sent(second), sent(second)))).toEqual([null, filedOn]);
    expect(told(following(facts, sent(second), sent(first)))).toEqual([filedOn, filedOn]);
    // A letter that is not about the opening of one: staff had said it already.
    expect(told(following(facts, sent(99)))).toEqual([null, null]);
  });
  it("what staff take down is counted from the day on which it reached anybody here", () => {
    const arrivedOn = day("2026-12-01");
    const entered = { ...opened, type: "ContestEntered", channel: "post" } as const;
    const facts = following(answered("us_va_vcdpa", "refused"), { ...entered, arrivedOn }, entered);
    expect(facts.contests.map(({ openedOn }) => openedOn)).toEqual([arrivedOn, filedOn]);
  });
  it("a reversal takes the answer back, and works to the contest's own date with no more time", () => {
    const facts = answered("us_va_vcdpa", "refused", { answerHasFiles: true, filesWentOut: true, closedOn: filedOn });
    const anew = following({ ...facts, state: "closed" }, opened, { type: "AnswerReversed", ...about });
    expect(anew).toMatchObject({
      state: "in_progress",
      outcomes: [],
      prepared: null,
      answeredOn: null,
      closedOn: null,
    });
    expect([anew.reopenedBy, anew.contests[0]?.decided?.outcome]).toEqual([2, "reversed"]);
    const clock = requestClock(anew, { holidays: new Set(), promiseDays: 30 });
    expect([clock.dueOn, clock.lawDueOn, clock.extendable, clock.extension(today, null)]).toEqual([
      "2027-02-02",
      "2027-02-02",
      null,
      null,
    ]);
    expect(applyEvent(facts, { event: eventOf("AnswerReversed"), day: filedOn, actorId: null }).reopenedBy).toBeNull();
  });
  it("DPA 2018 s.164A names no number: a complaint that was right leaves the request its own date", () => {
    const facts = following(answered("uk_gdpr", "refused"), { ...opened, contest: "complaint", regimes: ["uk_gdpr"] });
    const anew = following(facts, { type: "AnswerReversed", contest: "complaint", messageId: "m" });
    expect(requestClock(anew, { holidays: new Set(), promiseDays: 30 }).dueOn).toBe("2027-01-03");
  });
  it("GDPR Art. 12(6): files that went out count for every later answer, also one without files", () => {
    const withFile = { ...eventOf("AnswerPrepared"), files: [{ id: "f", digest: "d" }] };
    const out = following(openUnder(["us_va_vcdpa"], { state: "in_progress" }), withFile, eventOf("AnswerReleased"));
    expect([out.filesWentOut, out.answeredBy]).toEqual([true, [approverId]]);
    const anew = following(out, opened, { type: "AnswerReversed", ...about }, eventOf("AnswerPrepared"));
    expect(anew.answerHasFiles).toBe(true);
    expect(following(anew, eventOf("AnswerReturned")).answerHasFiles).toBe(true);
  });
});

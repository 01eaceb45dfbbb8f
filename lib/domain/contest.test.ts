import { describe, expect, it, test } from "vitest";
import { type CalendarDate, calendarDate } from "./calendar-date";
import { answerOut, type Contest, contestRefusal, contestsOffered, hasJudged, needsNewAnswer } from "./contest";
import { clockIfAsked, contestClocks, mostUrgent } from "./contest-clock";
import type { DomainEvent, Outcome } from "./events";
import type { RegimeId } from "./regime";
import { applyEvent, type RequestFacts } from "./request";
import { requestClock } from "./request-clock";
import type { Right } from "./right";
import { approverId, aReceipt, eventOf, filedOn, handlerId, someFacts } from "./test-request";
import vectors from "./vectors/deadlines.json";

const day = calendarDate;
const today = day("2027-02-01");
const soon = { today, dueOn: day("2027-03-01") };
const late = { today, dueOn: day("2027-01-31") };
const prepared = { by: handlerId, answerId: "a" };

function under(regimes: readonly RegimeId[], given: Partial<RequestFacts> = {}): RequestFacts {
  return someFacts({ received: aReceipt({ regimes }), state: "open", ...given });
}
function answered(regime: RegimeId, outcome: Outcome, given: Partial<RequestFacts> & { right?: Right } = {}) {
  const { right = "access", ...rest } = given;
  const rights = [{ right, level: 2 as const }];
  const outcomes = [{ right, outcome, ground: null }];
  return under([regime], { state: "answered", answeredOn: filedOn, prepared, rights, outcomes, ...rest });
}
function aContest(given: Partial<Contest> = {}): Contest {
  return {
    ...{ kind: "appeal", regimes: ["us_va_vcdpa"], seq: 2, openedOn: filedOn, answerId: "a" },
    ...{ acknowledgedOn: null, extension: null, decided: null },
    ...given,
  };
}
const kindsIn = (facts: RequestFacts, on: { today: CalendarDate; dueOn: CalendarDate | null } = soon) =>
  contestsOffered(facts, on).map(({ kind }) => kind);

describe("who may ask again, for what", () => {
  test.each([
    ["Va. Code §59.1-577(C): a refusal", answered("us_va_vcdpa", "refused"), ["appeal"]],
    ["C.R.S. 6-1-1306(3): what was granted in part", answered("us_co_cpa", "partly"), ["appeal"]],
    ["nothing against what was granted", answered("us_va_vcdpa", "granted"), []],
    ["nothing while an answer is not due yet", under(["us_tx_tdpsa"]), []],
    ["what ended without an answer", under(["us_ct_ctdpa"], { state: "lapsed" }), ["appeal"]],
    ["nothing against what the person withdrew", under(["us_va_vcdpa"], { state: "withdrawn" }), []],
    ["GDPR: none, the authority stands open", answered("eu_gdpr", "refused"), []],
    ["DPA 2018 s.164A: a complaint at any time", under(["uk_gdpr"]), ["complaint"]],
    ["also after all was granted", answered("uk_gdpr", "granted"), ["complaint"]],
    ["also after the request was withdrawn", under(["uk_gdpr"], { state: "withdrawn" }), ["complaint"]],
    ["DPDP Act s.13(1): a grievance about any act or omission", under(["in_dpdp"]), ["grievance"]],
    ["none after the request was destroyed", under(["uk_gdpr"], { purgedOn: filedOn }), []],
    [
      "11 CCR Art. 11: an automated decision",
      answered("us_ca_ccpa", "refused", { right: "automated_decision_review" }),
      ["appeal"],
    ],
    ["11 CCR: and no other refusal", answered("us_ca_ccpa", "refused"), []],
    ["the laws of a request together", under(["in_dpdp", "uk_gdpr"]), ["grievance", "complaint"]],
  ] as const)("%s", (_, facts, kinds) => expect(kindsIn(facts)).toEqual(kinds));

  it("silence is refusal too: once an answer is late it may be appealed", () => {
    expect(kindsIn(under(["us_va_vcdpa"]), late)).toEqual(["appeal"]);
    expect(kindsIn(under(["us_va_vcdpa"]), { today, dueOn: null })).toEqual([]);
  });
  it("DPA 2018 s.164A: not before it was in force, nor the appeal of 11 CCR before 2027", () => {
    expect(kindsIn(under(["uk_gdpr"]), { ...soon, today: day("2026-06-18") })).toEqual([]);
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
    expect(contestRefusal(under(["uk_gdpr"], { contests: [complained] }), soon, "complaint")).toBe("contest_open");
    expect(
      contestRefusal(under(["uk_gdpr"], { contests: [{ ...complained, decided }] }), soon, "complaint"),
    ).toBeNull();
    expect(contestRefusal(under(["eu_gdpr"]), soon, "complaint")).toBe("no_contest_in_law");
  });
  it("knows which answer is out, and who had a hand in one", () => {
    expect(answerOut(under([], { answeredOn: filedOn }))).toBeNull();
    expect(answerOut(under([], { prepared }))).toBeNull();
    expect(answerOut(answered("us_va_vcdpa", "refused"))).toBe("a");
    expect(hasJudged(under([], { prepared }), handlerId)).toBe(true);
    expect(hasJudged(under([], { answeredBy: [approverId] }), approverId)).toBe(true);
    expect(hasJudged(under([]), handlerId)).toBe(false);
  });
  it("whoever is right about a refusal gets an answer; about silence or handling, a word", () => {
    expect(needsNewAnswer(answered("us_va_vcdpa", "refused"), aContest())).toBe(true);
    expect(needsNewAnswer(under(["us_va_vcdpa"]), aContest())).toBe(false);
    expect(needsNewAnswer(answered("uk_gdpr", "granted"), aContest({ kind: "complaint", regimes: ["uk_gdpr"] }))).toBe(
      false,
    );
  });
});

const asked: Readonly<Record<string, Contest["kind"]>> = { complaint: "complaint", grievance: "grievance" };
const ofContests = vectors.filter(
  (one) => one.event === "appeal" || /appeal|complaint|grievance/.test(one.request_type ?? ""),
);

describe("every vector of the law about an appeal, a grievance or a complaint", () => {
  test.each(ofContests.map((one) => [one.id, one] as const))("%s", (_, vector) => {
    const { holidays = [], published_period_days: publishedPeriodDays } = vector as {
      holidays?: string[];
      published_period_days?: number;
    };
    const kind = asked[vector.request_type ?? ""] ?? "appeal";
    const received = vector.received.includes("T") ? "2027-07-01" : vector.received;
    const contest = aContest({ kind, regimes: [vector.regime as RegimeId], openedOn: day(received) });
    const [clock] = contestClocks(under([], { contests: [contest] }), {
      holidays: new Set(holidays.map(day)),
      publishedPeriodDays,
    });
    const date = { acknowledgement: clock?.acknowledgeBy, extension_notice: clock?.workTo.extensionNoticeBy }[
      vector.event
    ];
    expect(date ?? clock?.dueOn).toBe(vector.expected);
  });
  it("there are such vectors", () => expect(ofContests.length).toBeGreaterThan(10));
});

describe("the clock of a contest", () => {
  const clocksOf = (...contests: readonly Contest[]) => contestClocks(under([], { contests }), { holidays: new Set() });
  it("acknowledges first, then decides; nothing is owed once it is decided", () => {
    const complaint = aContest({ kind: "complaint", regimes: ["uk_gdpr"] });
    const [open, known] = clocksOf(complaint, { ...complaint, acknowledgedOn: filedOn });
    expect([open?.nextOn, open?.dueOn, known?.acknowledgeBy, known?.nextOn]).toEqual(["2027-01-04", null, null, null]);
    const decided = { on: filedOn, outcome: "granted" } as const;
    expect(clocksOf(aContest({ decided }))[0]?.nextOn).toBeNull();
    expect(clocksOf(aContest())[0]?.nextOn).toBe("2027-02-02");
  });
  it("D8: under two laws the earlier one counts", () => {
    const both = clocksOf(aContest({ regimes: ["us_va_vcdpa", "us_co_cpa"] }))[0];
    expect([both?.clocks.length, both?.dueOn, both?.workTo.regime]).toEqual([2, "2027-01-18", "us_co_cpa"]);
  });
  it("C.R.S. 6-1-1306(3): more time that was told moves the date to 105 days", () => {
    const extension = { on: filedOn, to: day("2027-03-19") };
    expect(clocksOf(aContest({ regimes: ["us_co_cpa"], extension }))[0]?.dueOn).toBe("2027-03-19");
  });
  it("the one that is due first is the urgent one, and one without a date the last", () => {
    const open = aContest({ kind: "complaint", regimes: ["uk_gdpr"], acknowledgedOn: filedOn });
    const first = clocksOf(open, aContest(), aContest({ openedOn: day("2027-01-01") }));
    expect(mostUrgent(first)?.dueOn).toBe("2027-02-02");
    expect(mostUrgent(clocksOf(open))?.contest.kind).toBe("complaint");
    expect(mostUrgent([])).toBeNull();
  });
  it("DPA 2018 s.164A names no number of days: what another law dates comes before it, whichever was asked first", () => {
    const undated = aContest({ kind: "complaint", regimes: ["uk_gdpr"], acknowledgedOn: filedOn });
    // Va. Code §59.1-577(C): sixty days from the appeal.
    for (const order of [
      [undated, aContest()],
      [aContest(), undated],
    ]) {
      expect(mostUrgent(clocksOf(...order))?.dueOn).toBe("2027-02-02");
    }
    expect(mostUrgent(clocksOf(undated, undated))?.dueOn).toBeNull();
  });
  it("shows the dates before anything is sent", () => {
    const asked = { rights: someFacts().rights, today: filedOn };
    const clock = clockIfAsked({ kind: "appeal", regimes: ["us_va_vcdpa"] }, asked, { holidays: new Set() });
    expect([clock.dueOn, clock.acknowledgeBy]).toEqual(["2027-02-02", null]);
  });
  it("is not made up where no law knows it", () => {
    expect(() => clocksOf(aContest({ regimes: ["eu_gdpr"] }))).toThrow("knows a appeal");
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
    const out = following(under(["us_va_vcdpa"], { state: "in_progress" }), withFile, eventOf("AnswerReleased"));
    expect([out.filesWentOut, out.answeredBy]).toEqual([true, [approverId]]);
    const anew = following(out, opened, { type: "AnswerReversed", ...about }, eventOf("AnswerPrepared"));
    expect(anew.answerHasFiles).toBe(true);
    expect(following(anew, eventOf("AnswerReturned")).answerHasFiles).toBe(true);
  });
});

import { describe, expect, it, test } from "vitest";
import { calendarDate } from "./calendar-date";
import type { Contest } from "./contest";
import { clockIfAsked, contestClocks, mostUrgent } from "./contest-clock";
import type { RegimeId } from "./regime";
import { aContest, openUnder } from "./test-contest";
import { filedOn, someFacts } from "./test-request";
import vectors from "./vectors/deadlines.json";

const day = calendarDate;

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
    const [clock] = contestClocks(openUnder([], { contests: [contest] }), {
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
  const clocksOf = (...contests: readonly Contest[]) =>
    contestClocks(openUnder([], { contests }), { holidays: new Set() });
  it("acknowledges first, then decides; nothing is owed once it is decided", () => {
    const complaint = aContest({ kind: "complaint", regimes: ["uk_gdpr"] });
    const [open, known] = clocksOf(complaint, { ...complaint, acknowledgedOn: filedOn });
    expect([open?.nextOn, open?.dueOn, known?.acknowledgeBy, known?.nextOn]).toEqual(["2027-01-04", null, null, null]);
    // No law dates the decision: it is worked to our own day, so that nothing is forgotten.
    expect([open?.workOn, known?.workOn]).toEqual(["2027-01-04", "2027-01-03"]);
    const decided = { on: filedOn, outcome: "granted" } as const;
    expect([clocksOf(aContest({ decided }))[0]?.nextOn, clocksOf(aContest({ decided }))[0]?.workOn]).toEqual([
      null,
      null,
    ]);
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
  it("the one whose day comes first is the urgent one, by our own day where no law names one", () => {
    const open = aContest({ kind: "complaint", regimes: ["uk_gdpr"], acknowledgedOn: filedOn });
    const later = aContest({ openedOn: day("2027-01-01") });
    expect(mostUrgent(clocksOf(aContest(), later))?.dueOn).toBe("2027-02-02");
    expect(mostUrgent(clocksOf(aContest(), open, later))?.contest.kind).toBe("complaint");
    expect(mostUrgent(clocksOf(open))?.contest.kind).toBe("complaint");
    expect(mostUrgent([])).toBeNull();
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

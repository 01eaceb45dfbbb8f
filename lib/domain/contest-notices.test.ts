import { describe, expect, it } from "vitest";
import { calendarDate as day, plusDays } from "./calendar-date";
import { untold } from "./contest";
import { contestClocks } from "./contest-clock";
import {
  type ContestStanding,
  contestNoticed,
  contestNoticesOwed,
  contestStandings,
  nextContestNoticeOn,
  standingsAfter,
} from "./contest-notices";
import { reminderPolicy } from "./due-notices";
import { filedOn, someFacts } from "./test-request";

const policy = reminderPolicy({ dueSoonDays: 7, remindBeforeDueDays: [14, 2] });
const appeal: ContestStanding = { kind: "appeal", dueOn: day("2027-01-31"), ...untold };
const complaint: ContestStanding = { kind: "complaint", dueOn: day("2027-01-20"), ...untold };

/** Every notice from a day on, asked day by day, each folded into the standings. */
function walk(standings: readonly ContestStanding[], from: string, days: number) {
  const told: string[] = [];
  let now = standings;
  for (let after = 0; after < days; after += 1) {
    const today = plusDays(day(from), after);
    const owed = contestNoticesOwed(now, policy, today);
    const next = nextContestNoticeOn(now, policy);
    // The sweep finds exactly what is owed: never later than the rule, and nothing once all was told.
    expect(next !== null && next <= today).toBe(owed.length > 0);
    for (const event of owed) {
      const before = event.type === "ContestDueSoonNoticed" ? ` ${event.before}` : " overdue";
      told.push(`${today} ${event.contest}${before}`);
    }
    now = standingsAfter(now, owed);
  }
  return told;
}

describe("reminders of what is said against us", () => {
  it("come at the organisation's offsets and once when the day has passed, for each contest by itself", () => {
    expect(walk([appeal, complaint], "2027-01-01", 60)).toEqual([
      "2027-01-06 complaint 14",
      "2027-01-17 appeal 14",
      "2027-01-18 complaint 2",
      "2027-01-21 complaint overdue",
      "2027-01-29 appeal 2",
      "2027-02-01 appeal overdue",
    ]);
    expect(walk([], "2027-01-01", 3)).toEqual([]);
  });

  it("two on one day are told of on that day", () => {
    expect(walk([{ ...appeal, dueOn: complaint.dueOn }, complaint], "2027-01-06", 1)).toEqual([
      "2027-01-06 appeal 14",
      "2027-01-06 complaint 14",
    ]);
  });

  it("begin anew once the day moved: after the acknowledgement, or with more time", () => {
    const told = { ...complaint, warnedFor: complaint.dueOn, warnedBefore: 2, escalatedFor: complaint.dueOn };
    expect(walk([told], "2027-01-18", 10)).toEqual([]);
    expect(walk([{ ...told, dueOn: day("2027-02-10") }], "2027-01-18", 40)).toEqual([
      "2027-01-27 complaint 14",
      "2027-02-08 complaint 2",
      "2027-02-11 complaint overdue",
    ]);
  });

  it("hang on the contests that are open and on the day that is worked to", () => {
    const open = { kind: "complaint", regimes: ["uk_gdpr"], seq: 2, openedOn: filedOn, answerId: null } as const;
    const fresh = { ...open, acknowledgedOn: null, extension: null, decided: null, told: untold };
    const contests = [fresh, { ...fresh, decided: { on: filedOn, outcome: "denied" as const } }];
    const clocks = contestClocks(someFacts({ contests }), { holidays: new Set() });
    expect(contestStandings(clocks)).toEqual([{ kind: "complaint", dueOn: "2027-01-04", ...untold }]);
  });

  it("the oldest form of a reminder says no number of days", () => {
    const { dueOn } = appeal;
    expect(contestNoticed({ type: "ContestDueSoonNoticed", contest: "appeal", dueOn })).toEqual({
      warnedFor: dueOn,
      warnedBefore: null,
    });
    expect(contestNoticed({ type: "ContestOverdueEscalated", contest: "appeal", dueOn })).toEqual({
      escalatedFor: dueOn,
    });
  });
});

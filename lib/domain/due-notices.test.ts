import { describe, expect, it } from "vitest";
import { calendarDate as day } from "./calendar-date";
import {
  type DueStanding,
  dueSoonNotice,
  dueSoonRefusal,
  nextNoticeOn,
  noticed,
  noticeOwed,
  overdueRefusal,
  reminderPolicy,
  workBy,
} from "./due-notices";

const policy = reminderPolicy({ dueSoonDays: 7, remindBeforeDueDays: [2, 14, 7] });
const dueOn = day("2027-01-31");
const fresh: DueStanding = {
  state: "open",
  dueOn,
  internalOn: null,
  warnedFor: null,
  warnedBefore: null,
  escalatedFor: null,
};

/** Every notice of a request from today on, asked day by day, each folded into the standing. */
function walk(standing: DueStanding, from: string, days: number) {
  const told: string[] = [];
  let now = standing;
  for (let after = 0; after < days; after += 1) {
    const today = day(new Date(Date.parse(`${from}T00:00:00Z`) + after * 86_400_000).toISOString().slice(0, 10));
    const event = noticeOwed(now, policy, today);
    const next = nextNoticeOn(now, policy);
    // The sweep finds exactly what is owed: never later than the rule, and nothing once all was told.
    expect(next !== null && next <= today).toBe(event !== null);
    if (!event) continue;
    told.push(`${today} ${event.type}${event.type === "DueSoonNoticed" ? ` ${event.before}` : ""}`);
    now = { ...now, ...noticed(event) };
  }
  return told;
}

describe("reminders at the organisation's offsets", () => {
  it("come once for each offset and once when the date has passed", () => {
    expect(walk(fresh, "2027-01-01", 60)).toEqual([
      "2027-01-17 DueSoonNoticed 14",
      "2027-01-24 DueSoonNoticed 7",
      "2027-01-29 DueSoonNoticed 2",
      "2027-02-01 OverdueEscalated",
    ]);
  });

  it("say only the nearest where several were missed", () => {
    expect(walk(fresh, "2027-01-25", 30)).toEqual([
      "2027-01-25 DueSoonNoticed 7",
      "2027-01-29 DueSoonNoticed 2",
      "2027-02-01 OverdueEscalated",
    ]);
    expect(walk(fresh, "2027-03-01", 10)).toEqual(["2027-03-01 OverdueEscalated"]);
  });

  it("start anew when the date moves, also after it had passed", () => {
    const moved = { ...fresh, warnedFor: dueOn, warnedBefore: 2, escalatedFor: dueOn, dueOn: day("2027-03-31") };
    expect(walk(moved, "2027-02-01", 70)).toEqual([
      "2027-03-17 DueSoonNoticed 14",
      "2027-03-24 DueSoonNoticed 7",
      "2027-03-29 DueSoonNoticed 2",
      "2027-04-01 OverdueEscalated",
    ]);
  });

  it("count from the desk's own date where it is earlier; overdue stays the law's", () => {
    const own = { ...fresh, internalOn: day("2027-01-20") };
    expect(walk(own, "2027-01-01", 60)).toEqual([
      "2027-01-06 DueSoonNoticed 14",
      "2027-01-13 DueSoonNoticed 7",
      "2027-01-18 DueSoonNoticed 2",
      "2027-02-01 OverdueEscalated",
    ]);
    expect(workBy(own)).toBe("2027-01-20");
    expect(workBy({ dueOn, internalOn: day("2027-02-20") })).toBe(dueOn);
    expect(workBy({ dueOn: null, internalOn: day("2027-02-20") })).toBeNull();
    const event = dueSoonNotice({ ...own, dueOn }, policy, day("2027-01-13"));
    expect(event).toEqual({ type: "DueSoonNoticed", dueOn, before: 7, on: "2027-01-20" });
    expect(noticed(event)).toEqual({ warnedFor: "2027-01-20", warnedBefore: 7 });
  });

  it("repeat nothing of the oldest records, which knew one offset and did not name it", () => {
    const old = { ...fresh, ...noticed({ type: "DueSoonNoticed", dueOn }) };
    expect(dueSoonRefusal(old, policy, day("2027-01-25"))).toBe("already_done");
    expect(dueSoonRefusal(old, policy, day("2027-01-29"))).toBeNull();
    expect(dueSoonNotice({ ...fresh, dueOn }, policy, day("2027-01-01"))).toEqual({ type: "DueSoonNoticed", dueOn });
  });

  it("are owed by nothing that has ended or stands still", () => {
    for (const standing of [{ ...fresh, state: "answered" } as const, { ...fresh, dueOn: null }]) {
      expect(noticeOwed(standing, policy, day("2027-01-29"))).toBeNull();
      expect(noticeOwed(standing, policy, day("2027-03-29"))).toBeNull();
      expect(nextNoticeOn(standing, policy)).toBeNull();
    }
    expect(dueSoonRefusal({ ...fresh, dueOn: null }, policy, dueOn)).toBe("too_early");
    expect(overdueRefusal({ ...fresh, dueOn: null }, dueOn)).toBe("too_early");
  });

  it("are one, when it is due soon, where the organisation names none", () => {
    expect(reminderPolicy({ dueSoonDays: 5 })).toEqual({ dueSoonDays: 5, remindBeforeDueDays: [5] });
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate, plusDays } from "./calendar-date";
import { dateMove, moveRefusal } from "./date-move";
import { lifecycle } from "./lifecycle";
import { firstUnmetNeed } from "./lifecycle-needs";
import { clockSettingsOf, newestSettings, type SettingsVersion } from "./pinned-settings";
import { applyEvent } from "./request";
import { requestClock } from "./request-clock";
import { mayChangeSettings, settingsChange } from "./settings-change";
import { aContext, aReceipt, filedOn, someFacts, someSettings } from "./test-request";

const newer = (given: Partial<SettingsVersion>) => someSettings({ version: 2, ...given });
const day = calendarDate;
// Filed on 4 December: the promise of 30 days ends on 3 January, the law's month on 4 January.
const facts = someFacts({ received: aReceipt({ regimes: ["eu_gdpr"] }) });

describe("what newer settings would move", () => {
  it("nothing under the same version, and nothing where both give one date", () => {
    const pinned = someSettings();
    expect(dateMove(facts, { pinned, newest: someSettings({ promiseDays: 10 }) })).toBeNull();
    expect(dateMove(facts, { pinned, newest: newer({}) })).toBeNull();
    expect(moveRefusal(facts, { pinned, newest: newer({}) }, filedOn)).toBe("date_stays");
  });

  it("names both days", () => {
    const settings = { pinned: someSettings(), newest: newer({ promiseDays: 10 }) };
    expect(dateMove(facts, settings)).toEqual({ from: "2027-01-03", to: "2026-12-14" });
  });

  it("nothing while the clock stands still", () => {
    const pauses = [{ from: plusDays(filedOn, 1), to: null, ground: "identity", suspends: true }] as const;
    const stopped = someFacts({ received: aReceipt({ regimes: ["uk_gdpr"] }), pauses });
    const settings = { pinned: someSettings({ promiseDays: 60 }), newest: newer({ promiseDays: 55 }) };
    const dates = [settings.pinned, settings.newest].map((one) => requestClock(stopped, one).dueOn);
    expect(dateMove(stopped, settings)).toEqual(dates[0] && dates[1] ? { from: dates[0], to: dates[1] } : null);
    const still = someFacts({ ...stopped, received: aReceipt({ regimes: ["uk_gdpr"] }), pauses });
    expect(dateMove({ ...still, extension: { on: filedOn, from: filedOn, to: filedOn } }, settings)).toBeNull();
  });
});

describe("which moves may be taken", () => {
  const pinned = someSettings({ promiseDays: 45 });
  it("earlier: the person's gain, as long as the day is not over", () => {
    const settings = { pinned, newest: newer({ promiseDays: 10 }) };
    expect(moveRefusal(facts, settings, day("2026-12-14"))).toBeNull();
    expect(moveRefusal(facts, settings, day("2026-12-15"))).toBe("date_over");
  });

  it("later by a holiday of the law: may", () => {
    const newest = newer({ promiseDays: 45, holidays: new Set([day("2027-01-04")]) });
    expect(dateMove(facts, { pinned, newest })).toEqual({ from: "2027-01-04", to: "2027-01-05" });
    expect(moveRefusal(facts, { pinned, newest }, filedOn)).toBeNull();
  });

  it("later by a longer promise, alone or beside a holiday: keeps what was promised", () => {
    const short = someSettings({ promiseDays: 10 });
    const holidays = new Set([day("2027-01-04")]);
    expect(moveRefusal(facts, { pinned: short, newest: newer({ promiseDays: 45 }) }, filedOn)).toBe("date_promised");
    expect(moveRefusal(facts, { pinned: short, newest: newer({ promiseDays: 45, holidays }) }, filedOn)).toBe(
      "date_promised",
    );
  });
});

describe("the step and its event", () => {
  const settings = { pinned: someSettings(), newest: newer({ promiseDays: 10 }) };
  const { needs } = lifecycle.adopt_clock_settings;
  it("is refused where the settings changed again since they were looked at", () => {
    expect(firstUnmetNeed(needs, aContext({ facts, settings, adopting: 2 }))).toBeNull();
    expect(firstUnmetNeed(needs, aContext({ facts, settings, adopting: 3 }))).toBe("changed_meanwhile");
    expect(firstUnmetNeed(needs, aContext({ facts, adopting: null }))).toBe("date_stays");
  });

  it("changes the version and nothing else", () => {
    const event = { type: "ClockSettingsAdopted", version: 2, from: day("2027-01-03"), to: day("2026-12-14") } as const;
    const after = applyEvent(facts, { event, day: filedOn, actorId: null });
    expect(after).toEqual({ ...facts, version: facts.version + 1, clockSettings: 2 });
  });
});

describe("versions of the settings", () => {
  it("a request's own, the newest, and no guess where one is missing", () => {
    const organisation = { clockSettings: [someSettings(), newer({ promiseDays: 10 })] };
    expect(clockSettingsOf(organisation, { clockSettings: 1 }).promiseDays).toBe(30);
    expect(newestSettings(organisation).promiseDays).toBe(10);
    expect(() => clockSettingsOf(organisation, { clockSettings: 3 })).toThrow("3 are not there");
    expect(() => newestSettings({ clockSettings: [] })).toThrow("without clock settings");
  });

  it("says what differs", () => {
    const before = someSettings({ holidays: new Set([day("2027-01-01"), day("2027-01-06")]) });
    const after = newer({
      promiseDays: 20,
      publishedPeriodDays: 60,
      holidays: new Set([day("2027-01-01"), day("2026-12-24")]),
    });
    expect(settingsChange(before, after)).toEqual({
      added: ["2026-12-24"],
      removed: ["2027-01-06"],
      promiseDays: { from: 30, to: 20 },
      publishedPeriodDays: { from: null, to: 60 },
    });
    expect(settingsChange(after, { ...after, publishedPeriodDays: undefined }).publishedPeriodDays).toEqual({
      from: 60,
      to: null,
    });
    expect(settingsChange(before, before)).toEqual({
      added: [],
      removed: [],
      promiseDays: null,
      publishedPeriodDays: null,
    });
  });

  it("administrators and the DPO change settings", () => {
    expect(
      [["handler"], ["dpo"], ["auditor", "administrator"], []].map((roles) => mayChangeSettings(roles as never)),
    ).toEqual([false, true, true, false]);
  });
});

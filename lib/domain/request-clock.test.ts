import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import type { Pause } from "./clock";
import type { RegimeId } from "./regime";
import type { RequestFacts } from "./request";
import { clockFactsOf, requestClock } from "./request-clock";
import { aReceipt, filedOn, someFacts } from "./test-request";

const day = calendarDate;
const none: ReadonlySet<never> = new Set();

function clock(regimes: readonly RegimeId[], promised: number, given: Partial<RequestFacts> = {}) {
  const facts = someFacts({ received: aReceipt({ regimes }), ...given });
  return requestClock(facts, { promiseDays: promised, holidays: none });
}

describe("the facts that a clock counts with", () => {
  it("says nothing of identification while nobody asked for it", () => {
    expect(clockFactsOf(someFacts()).verified).toBeUndefined();
  });
  it("says when it was asked, and null until it is there", () => {
    expect(clockFactsOf(someFacts({ identityAskedOn: filedOn }))).toMatchObject({
      identityRequestedOn: filedOn,
      verified: null,
    });
  });
  it("carries an extension that was told", () => {
    const extension = { on: filedOn, from: day("2027-01-04"), to: day("2027-03-04") };
    expect(clockFactsOf(someFacts({ extension }))).toMatchObject({ extendedOn: filedOn, extendedUntil: "2027-03-04" });
  });
});

describe("GDPR Art. 12(3): the desk works to the earliest date", () => {
  it("a promise of 30 days is earlier than a month of 31", () => {
    expect(clock(["eu_gdpr"], 30)).toMatchObject({ dueOn: "2027-01-03", workTo: { regime: "contract_30d" } });
  });
  it("a promise can only shorten", () => {
    expect(clock(["eu_gdpr"], 90)).toMatchObject({ dueOn: "2027-01-04", workTo: { regime: "eu_gdpr" } });
  });
  it("decision 005: once an extension was told, the law's date is what the person was given", () => {
    const extension = { on: day("2026-12-20"), from: day("2027-01-04"), to: day("2027-03-04") };
    expect(clock(["eu_gdpr"], 30, { extension })).toMatchObject({ dueOn: "2027-03-04", workTo: { regime: "eu_gdpr" } });
  });
  it("an extension where no law applies leaves the promise", () => {
    const extension = { on: filedOn, from: filedOn, to: filedOn };
    expect(clock([], 30, { extension })).toMatchObject({ dueOn: "2027-01-03", extendable: null });
  });
});

describe("what an extension gives", () => {
  const told = day("2026-12-20");

  it("GDPR Art. 12(3): two further months on top of the law's month, whatever was promised", () => {
    expect(clock(["eu_gdpr"], 30).extension(told, null)).toEqual({ from: "2027-01-04", to: "2027-03-04" });
  });
  it("nothing, where another law wants the same right answered on the same day and knows no extension", () => {
    expect(clock(["eu_gdpr", "ca_qc_law25"], 30).extension(told, null)).toBeNull();
    expect(clock(["ca_pipeda", "ca_qc_law25"], 30).extension(told, null)).toBeNull();
    expect(clock(["ca_qc_law25"], 30).extension(told, null)).toBeNull();
  });
  it("the earlier of two laws that both know one", () => {
    const both = clock(["eu_gdpr", "ca_pipeda"], 30);
    expect(both.extension(told, null)).toEqual({ from: "2027-01-04", to: "2027-02-02" });
  });
  it("11 CCR §7021(b), §7026(f): more time for access, though the opt-out beside it keeps its day", () => {
    const rights = [
      { right: "opt_out_sale_sharing", level: 0 },
      { right: "access", level: 2 },
    ] as const;
    const mixed = clock(["us_ca_ccpa"], 120, { rights });
    expect(mixed.extension(told, null)).toEqual({ from: "2027-01-18", to: "2027-03-04" });
    expect(mixed.dueOn).toBe("2026-12-25");
  });
  it("of several rights the one that is due first, and nothing for one whose clock stands still", () => {
    const asked = [
      { right: "access", level: 2 },
      { right: "erasure", level: 2 },
    ] as const;
    const waited = (to: string | null) => {
      const pause: Pause = {
        from: day("2026-12-10"),
        to: to === null ? null : day(to),
        ground: "clarification",
        suspends: true,
      };
      return { pauses: [pause] };
    };
    const first = { from: "2027-01-04", to: "2027-03-04" };
    for (const rights of [asked, [...asked].reverse()]) {
      expect(clock(["eu_gdpr"], 30, { rights, ...waited("2026-12-18") }).extension(told, null)).toEqual(first);
      expect(clock(["eu_gdpr"], 30, { rights, ...waited(null) }).extension(told, null)).toEqual(first);
    }
  });
  it("nothing where only the organisation's own promise stands", () => {
    expect(clock([], 30).extension(told, null)).toBeNull();
  });
  it("DPO Art. 18(2): the date that is told, and none when it would be no later", () => {
    expect(clock(["ch_fadp"], 30).extension(told, day("2027-02-15"))).toEqual({ from: "2027-01-04", to: "2027-02-15" });
    expect(clock(["ch_fadp"], 30).extension(told, day("2026-12-30"))).toBeNull();
    expect(clock(["ch_fadp"], 30).extension(told, null)).toBeNull();
  });
});

describe("which law an extension is judged on", () => {
  it("the earliest that knows one", () => {
    expect(clock(["us_ca_ccpa", "eu_gdpr"], 30).extendable).toMatchObject({ regime: "eu_gdpr" });
    expect(clock(["eu_gdpr", "us_ca_ccpa"], 30).extendable).toMatchObject({ regime: "eu_gdpr" });
  });
  it("Quebec Act P-39.1 s. 32: none", () => {
    expect(clock(["ca_qc_law25"], 30).extendable).toBeNull();
  });
  it("a clock that stands still comes last", () => {
    const asked = {
      identityAskedOn: filedOn,
      pauses: [{ from: filedOn, to: null, ground: "identity", suspends: true }] as const,
    };
    const { extendable, clocks } = clock(["uk_gdpr", "us_ca_ccpa"], 30, asked);
    expect(clocks.find(({ regime }) => regime === "uk_gdpr")?.dueOn).toBeNull();
    expect(extendable).toMatchObject({ regime: "us_ca_ccpa" });
    expect(clock(["us_ca_ccpa", "uk_gdpr"], 30, asked).extendable).toMatchObject({ regime: "us_ca_ccpa" });
  });
});

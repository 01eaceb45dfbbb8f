import { describe, expect, test } from "vitest";
import { receivedOn } from "@/lib/testing/clock-builders";
import { calendarDate } from "./calendar-date";
import { type ClockFacts, deriveClock, deriveWorkClock, extensionRefusal, type Pause, type PauseGround } from "./clock";
import { effectsOfAsking } from "./clock-pauses";
import { lawOf } from "./laws";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

const day = calendarDate;
const holidays = new Set<never>();

function clock(regime: RegimeId, facts: ClockFacts, right: Right = "access") {
  return deriveClock({ regime, right, facts, holidays });
}

function pause(ground: Pause["ground"], from: string, to: string | null): Pause {
  return { ground, from: day(from), to: to === null ? null : day(to), suspends: true };
}

function rules(derived: ReturnType<typeof clock>): string[] {
  return derived.lines.map((line) => line.rule);
}

describe("one clock, every date (GDPR Art. 12(3))", () => {
  const derived = clock("eu_gdpr", receivedOn(day("2026-01-31")));

  test("answer, notice, extension and the safe date one working day early", () => {
    expect(derived).toMatchObject({
      name: "EU GDPR",
      ruleVersion: "eu_gdpr/2018-05-25",
      startsOn: "2026-01-31",
      acknowledgeBy: null,
      respondBy: "2026-03-02",
      extensionNoticeBy: "2026-03-02",
      extendedRespondBy: "2026-04-30",
      dueOn: "2026-03-02",
      safeOn: "2026-02-27",
      stopped: null,
    });
  });

  test("the lines end in the answer date and each says where it stands", () => {
    expect(rules(derived)).toEqual(["receipt", "period", "roll", "answer"]);
    expect(derived.lines.at(-1)?.date).toBe(derived.dueOn);
    expect(derived.lines[1]?.text).toBe(
      "without undue delay, and at the latest 1 month after Sat 31 Jan 2026 (no such day, so the last of the month)",
    );
  });

  test("sources that were not read carry that mark", () => {
    const quebec = clock("ca_qc_law25", receivedOn(day("2026-01-31")));
    expect(quebec.lines.every((line) => !line.read)).toBe(true);
    expect(derived.lines.every((line) => line.read)).toBe(true);
  });
});

describe("Switzerland (DPO Arts 18 and 19)", () => {
  const received = day("2026-08-28");
  const told = { feeNotified: day("2026-09-01") };

  test("ten days to think the cost share over, then thirty days", () => {
    expect(clock("ch_fadp", receivedOn(received, told))).toMatchObject({
      startsOn: "2026-09-11",
      respondBy: "2026-10-12",
      extensionNoticeBy: "2026-10-12",
    });
  });

  test("a cost share belongs to information and handing over, not to correction", () => {
    expect(clock("ch_fadp", receivedOn(received, told), "rectification").startsOn).toBe(received);
    expect(clock("ch_fadp", receivedOn(received, told), "portability").startsOn).toBe("2026-09-11");
  });

  test("an extension counts with the date that was told, and never comes before the answer", () => {
    const extendedOn = day("2026-09-20");
    expect(clock("ch_fadp", receivedOn(received, { extendedOn })).dueOn).toBe("2026-09-28");
    const until = receivedOn(received, { extendedOn, extendedUntil: day("2026-11-13") });
    expect(clock("ch_fadp", until)).toMatchObject({ dueOn: "2026-11-13", extended: true });
    const before = receivedOn(received, { extendedOn, extendedUntil: day("2026-09-22") });
    expect(clock("ch_fadp", before)).toMatchObject({ dueOn: "2026-09-28", extended: false });
  });
});

describe("extensions", () => {
  const received = day("2026-03-16");

  test("PIPEDA s.8(4): the notice runs from the date of the request, the answer from receipt", () => {
    const derived = clock("ca_pipeda", receivedOn(received, { requested: day("2026-03-10") }));
    expect(derived).toMatchObject({
      respondBy: "2026-04-15",
      extensionNoticeBy: "2026-04-09",
      extendedRespondBy: "2026-05-15",
    });
    const later = receivedOn(received, { requested: day("2026-03-20") });
    expect(clock("ca_pipeda", later).extensionNoticeBy).toBe("2026-04-15");
  });

  test("PAIA s.57: access only", () => {
    expect(clock("za_popia_paia", receivedOn(received)).extendedRespondBy).toBe("2026-05-15");
    expect(clock("za_popia_paia", receivedOn(received), "rectification")).toMatchObject({
      extendable: false,
      extendedRespondBy: null,
    });
  });

  test("an extension moves the date only when it was told in time under that law", () => {
    const extended = clock("eu_gdpr", receivedOn(received, { extendedOn: day("2026-04-16") }));
    expect(extended).toMatchObject({ respondBy: "2026-04-16", dueOn: "2026-06-16", extended: true });
    expect(rules(extended).slice(-3)).toEqual(["extension", "period", "extended_answer"]);
    const late = clock("eu_gdpr", receivedOn(received, { extendedOn: day("2026-04-17") }));
    expect(late).toMatchObject({ dueOn: "2026-04-16", extended: false });
    expect(rules(late)).toContain("extension_too_late");
    expect(clock("br_lgpd", receivedOn(received, { extendedOn: day("2026-03-20") })).dueOn).toBe("2026-03-31");
  });

  const today = day("2026-04-01");
  const ask = { clock: clock("eu_gdpr", receivedOn(received)), today, reason: "many systems", alreadyExtended: false };

  test("a late, second, unexplained or unknown extension is refused with the reason", () => {
    expect(extensionRefusal(ask)).toBeNull();
    expect(extensionRefusal({ ...ask, today: day("2026-04-16") })).toBeNull();
    expect(extensionRefusal({ ...ask, today: day("2026-04-17") })).toBe("too_late");
    expect(extensionRefusal({ ...ask, alreadyExtended: true })).toBe("already_extended");
    expect(extensionRefusal({ ...ask, reason: "  " })).toBe("reason_missing");
    expect(extensionRefusal({ ...ask, clock: clock("ca_qc_law25", receivedOn(received)) })).toBe("no_extension_in_law");
  });

  test("while the clock is stopped the notice is not late", () => {
    const stopped = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-03-20", null)] }));
    expect(extensionRefusal({ ...ask, clock: stopped, today: day("2026-09-01") })).toBeNull();
  });
});

describe("what asking does to which clock", () => {
  const effect = (regime: RegimeId, right: Right, ground: PauseGround) => {
    const [found] = effectsOfAsking([lawOf(regime)], [right], ground);
    if (!found) return "nothing";
    return found.rule.effect === "starts_over" ? "starts the clock" : "if claimed";
  };

  test.each<[RegimeId, Right, string, string]>([
    ["eu_gdpr", "access", "if claimed", "if claimed"],
    ["eu_gdpr", "erasure", "if claimed", "nothing"],
    ["eu_gdpr", "portability", "if claimed", "nothing"],
    ["eu_gdpr", "marketing_objection", "nothing", "nothing"],
    ["uk_gdpr", "access", "starts the clock", "if claimed"],
    ["uk_gdpr", "erasure", "starts the clock", "nothing"],
    ["uk_gdpr", "marketing_objection", "nothing", "nothing"],
    ["us_ca_ccpa", "access", "nothing", "nothing"],
    ["us_va_vcdpa", "access", "nothing", "nothing"],
    ["us_co_cpa", "access", "nothing", "nothing"],
    ["us_ct_ctdpa", "access", "nothing", "nothing"],
    ["us_tx_tdpsa", "erasure", "nothing", "nothing"],
    ["br_lgpd", "access", "nothing", "nothing"],
    ["ca_pipeda", "access", "nothing", "nothing"],
    ["ca_qc_law25", "access", "nothing", "nothing"],
    ["au_app12", "access", "nothing", "nothing"],
    ["in_dpdp", "access", "nothing", "nothing"],
    ["za_popia_paia", "access", "nothing", "nothing"],
    ["ch_fadp", "access", "nothing", "nothing"],
    ["contract_30d", "access", "nothing", "nothing"],
  ])("%s %s: identity %s, clarification %s", (regime, right, identity, clarification) => {
    expect(effect(regime, right, "identity")).toBe(identity);
    expect(effect(regime, right, "clarification")).toBe(clarification);
  });
});

describe("several laws at once (project decision D8)", () => {
  const received = day("2026-03-02");
  const work = { rights: ["access"] as const, facts: receivedOn(received), holidays };

  test("each is shown and the earliest is worked to", () => {
    const { clocks, workTo, dueOn } = deriveWorkClock({ ...work, regimes: ["us_ca_ccpa", "eu_gdpr", "br_lgpd"] });
    expect(clocks.map((one) => one.regime)).toEqual(["us_ca_ccpa", "eu_gdpr", "br_lgpd"]);
    expect(workTo.regime).toBe("br_lgpd");
    expect(dueOn).toBe("2026-03-17");
  });

  test("a promise stands beside the laws and can only shorten", () => {
    const shorter = deriveWorkClock({ ...work, regimes: ["eu_gdpr"], promiseDays: 30 });
    expect(shorter.workTo.regime).toBe("contract_30d");
    expect(shorter.dueOn).toBe("2026-04-01");
    const longer = deriveWorkClock({ ...work, regimes: ["eu_gdpr"], promiseDays: 60 });
    expect(longer.workTo.regime).toBe("eu_gdpr");
    const listed = deriveWorkClock({ ...work, regimes: ["eu_gdpr", "contract_30d"], promiseDays: 10 });
    expect(listed.clocks).toHaveLength(2);
  });

  test("rights that run alike share a clock; an opt-out in California has its own", () => {
    const rights = ["access", "erasure", "opt_out_sale_sharing"] as const;
    const { clocks, workTo } = deriveWorkClock({ ...work, rights, regimes: ["us_ca_ccpa"] });
    expect(clocks.map((one) => one.rights)).toEqual([["access", "erasure"], ["opt_out_sale_sharing"]]);
    expect(workTo.dueOn).toBe("2026-03-23");
  });

  test("a stopped clock never hides one that runs; when all stand still there is no date", () => {
    const facts = receivedOn(received, { pauses: [pause("identity", "2026-03-04", null)] });
    const first = deriveWorkClock({ ...work, facts, regimes: ["eu_gdpr", "us_ca_ccpa"] });
    expect(first.workTo.regime).toBe("us_ca_ccpa");
    const second = deriveWorkClock({ ...work, facts, regimes: ["us_ca_ccpa", "eu_gdpr"] });
    expect(second.workTo.regime).toBe("us_ca_ccpa");
    const still = deriveWorkClock({ ...work, facts, regimes: ["eu_gdpr", "uk_gdpr"] });
    expect(still).toMatchObject({ dueOn: null, workTo: { regime: "eu_gdpr" } });
  });

  test("no right named counts as access, no law and no promise as thirty plain days", () => {
    const { clocks } = deriveWorkClock({ ...work, rights: [], regimes: [] });
    expect(clocks).toHaveLength(1);
    expect(clocks[0]).toMatchObject({ regime: "contract_30d", dueOn: "2026-04-01", rights: ["access"] });
  });
});

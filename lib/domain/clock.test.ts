import { describe, expect, test } from "vitest";
import { receivedOn } from "@/lib/testing/clock-builders";
import { calendarDate } from "./calendar-date";
import { type ClockFacts, deriveClock, deriveWorkClock, extensionRefusal, type Pause, pauseStops } from "./clock";
import type { RegimeId } from "./regime";
import type { Right } from "./right";

const day = calendarDate;
const holidays = new Set<never>();

function clock(regime: RegimeId, facts: ClockFacts, right: Right = "access") {
  return deriveClock({ regime, right, facts, holidays });
}

function pause(ground: Pause["ground"], from: string, to: string | null): Pause {
  return { ground, from: day(from), to: to === null ? null : day(to) };
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

describe("EU suspension (EDPB Guidelines 01/2022 §159, project decision D1)", () => {
  const received = day("2026-03-02");

  test("overlapping suspensions count each day once", () => {
    const pauses = [pause("clarification", "2026-03-08", "2026-03-16"), pause("identity", "2026-03-04", "2026-03-11")];
    expect(clock("eu_gdpr", receivedOn(received, { pauses })).respondBy).toBe("2026-04-14");
  });

  test("a suspension inside another one adds nothing", () => {
    const pauses = [pause("identity", "2026-03-04", "2026-03-20"), pause("clarification", "2026-03-06", "2026-03-10")];
    const derived = clock("eu_gdpr", receivedOn(received, { pauses }));
    expect(derived.lines.find((line) => line.text.includes("6 Mar"))?.text).toContain("no day is lost");
    expect(derived.respondBy).toBe("2026-04-20");
  });

  test("asking after the period has ended stops nothing, on its last day it still does", () => {
    const late = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-04-03", "2026-04-20")] }));
    expect(late.respondBy).toBe("2026-04-02");
    expect(rules(late)).toContain("pause_too_late");
    const onTime = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-04-02", "2026-04-03")] }));
    expect(onTime.respondBy).toBe("2026-04-03");
    expect(onTime.lines.find((line) => line.rule === "pause")?.text).toContain("1 day does not count");
  });

  test("an open suspension has no date: stopped since, days used, a day to remind (project decision D7)", () => {
    const open = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-03-12", null)] }));
    expect(open).toMatchObject({ respondBy: null, extensionNoticeBy: null, extendedRespondBy: null, dueOn: null });
    expect(open).toMatchObject({ safeOn: null, stopped: { since: "2026-03-12", ground: "identity" } });
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("stopped since Thu 12 Mar 2026");
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("10 days used");
    expect(open.lines.find((line) => line.rule === "pause_reminder")?.date).toBe("2026-04-12");
    expect(open.lines.at(-1)).toMatchObject({ rule: "answer", date: null });
  });

  test("the days used leave out what earlier suspensions took", () => {
    const pauses = [pause("identity", "2026-03-03", "2026-03-10"), pause("clarification", "2026-03-11", null)];
    const open = clock("eu_gdpr", receivedOn(received, { pauses }));
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("2 days used");
    const atOnce = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-03-03", null)] }));
    expect(atOnce.lines.find((line) => line.rule === "stopped")?.text).toContain("1 day used");
  });

  test("an open suspension in the extended period stops only that", () => {
    const pauses = [pause("clarification", "2026-04-20", null)];
    const derived = clock("eu_gdpr", receivedOn(received, { pauses, extendedOn: day("2026-03-20") }));
    expect(derived).toMatchObject({ respondBy: "2026-04-02", extendedRespondBy: null, dueOn: null, extended: true });
    expect(derived.stopped).toEqual({ since: "2026-04-20", ground: "clarification" });
  });
});

describe("UK relevant time and clarification (UK GDPR Art. 12A, project decisions D2 and D3)", () => {
  const received = day("2026-05-01");

  test("the clock starts at the latest of receipt, identity and fee", () => {
    const derived = clock("uk_gdpr", receivedOn(received, { verified: day("2026-05-07"), feePaid: day("2026-05-11") }));
    expect(derived).toMatchObject({ startsOn: "2026-05-11", respondBy: "2026-06-11" });
    expect(derived.lines[1]).toMatchObject({ rule: "start", date: "2026-05-11" });
    expect(derived.lines[1]?.text).toContain("fee");
  });

  test("identity information that arrived with the request or before changes nothing", () => {
    const derived = clock("uk_gdpr", receivedOn(received, { verified: day("2026-04-28") }));
    expect(derived.startsOn).toBe(received);
    expect(rules(derived)).not.toContain("start");
  });

  test("a request for identity recorded as a pause moves the start, and is no pause", () => {
    const pauses = [pause("identity", "2026-05-05", "2026-05-11")];
    expect(clock("uk_gdpr", receivedOn(received, { pauses }))).toMatchObject({
      startsOn: "2026-05-11",
      respondBy: "2026-06-11",
    });
  });

  test("until the identity information or the fee arrives the clock has not started", () => {
    const asked = clock("uk_gdpr", receivedOn(received, { identityRequestedOn: day("2026-05-04") }));
    expect(asked).toMatchObject({ dueOn: null, stopped: { since: "2026-05-04", ground: "identity" } });
    const fee = clock("uk_gdpr", receivedOn(received, { feeNotified: day("2026-05-06") }));
    expect(fee).toMatchObject({ dueOn: null, stopped: { since: "2026-05-06", ground: "fee" } });
    expect(fee.lines.at(-1)?.text).toContain("waiting for the fee");
  });

  test("an answer closes the request for identity it answers, not a later one", () => {
    const facts = { identityRequestedOn: day("2026-05-04"), verified: day("2026-05-08") };
    expect(clock("uk_gdpr", receivedOn(received, facts)).startsOn).toBe("2026-05-08");
    const again = clock("uk_gdpr", receivedOn(received, { ...facts, identityRequestedOn: day("2026-05-12") }));
    expect(again.stopped?.since).toBe("2026-05-12");
    const pauses = [pause("identity", "2026-05-04", "2026-05-08")];
    const both = clock("uk_gdpr", receivedOn(received, { identityRequestedOn: day("2026-05-04"), pauses }));
    expect(both.startsOn).toBe("2026-05-08");
  });

  test("the first of several open requests is the one it waits for", () => {
    const pauses = [pause("identity", "2026-05-09", null), pause("identity", "2026-05-05", null)];
    expect(clock("uk_gdpr", receivedOn(received, { pauses })).stopped?.since).toBe("2026-05-05");
  });

  test("asked and answered on one day costs one day; the day of receipt costs none", () => {
    const sameDay = [pause("clarification", "2026-05-06", "2026-05-06")];
    expect(clock("uk_gdpr", receivedOn(received, { pauses: sameDay })).respondBy).toBe("2026-06-02");
    const atReceipt = [pause("clarification", "2026-05-01", "2026-05-01")];
    expect(clock("uk_gdpr", receivedOn(received, { pauses: atReceipt })).respondBy).toBe("2026-06-01");
  });

  test("days before the start never count, so a pause wholly before it takes none", () => {
    const pauses = [pause("clarification", "2026-05-03", "2026-05-08")];
    const derived = clock("uk_gdpr", receivedOn(received, { pauses, verified: day("2026-05-11") }));
    expect(derived.respondBy).toBe("2026-06-11");
  });

  test("a pause across the start takes only the days after it", () => {
    const pauses = [pause("clarification", "2026-05-08", "2026-05-14")];
    const derived = clock("uk_gdpr", receivedOn(received, { pauses, verified: day("2026-05-11") }));
    expect(derived.respondBy).toBe("2026-06-15");
  });

  test("a day that two questions share is lost once", () => {
    const pauses = [
      pause("clarification", "2026-05-06", "2026-05-12"),
      pause("clarification", "2026-05-12", "2026-05-14"),
    ];
    expect(clock("uk_gdpr", receivedOn(received, { pauses })).respondBy).toBe("2026-06-10");
  });

  test("the day of asking is not used when the pause is open", () => {
    const pauses = [pause("clarification", "2026-05-06", null)];
    const open = clock("uk_gdpr", receivedOn(received, { pauses }));
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("4 days used");
  });

  test("clarification stops access only", () => {
    const pauses = [pause("clarification", "2026-05-06", null)];
    const derived = clock("uk_gdpr", receivedOn(received, { pauses }), "erasure");
    expect(derived.respondBy).toBe("2026-06-01");
    expect(derived.lines[1]).toMatchObject({ rule: "pause_without_effect", date: null });
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

describe("which grounds stop which clock", () => {
  test.each<[RegimeId, Right, boolean, boolean]>([
    ["eu_gdpr", "access", true, true],
    ["eu_gdpr", "erasure", true, true],
    ["uk_gdpr", "access", true, true],
    ["uk_gdpr", "erasure", true, false],
    ["us_ca_ccpa", "access", false, false],
    ["us_tx_tdpsa", "erasure", false, false],
    ["ca_pipeda", "access", false, false],
    ["za_popia_paia", "access", false, false],
    ["ch_fadp", "access", false, false],
    ["contract_30d", "access", false, false],
  ])("%s %s: identity %s, clarification %s", (regime, right, identity, clarification) => {
    expect(pauseStops(regime, right, "identity")).toBe(identity);
    expect(pauseStops(regime, right, "clarification")).toBe(clarification);
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

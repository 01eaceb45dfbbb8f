import { describe, expect, test } from "vitest";
import { receivedOn } from "@/lib/testing/clock-builders";
import { calendarDate } from "./calendar-date";
import { type ClockFacts, deriveClock, type Pause } from "./clock";
import { linesForPerson } from "./clock-facts";
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

  test("GDPR Art. 12(6): asking without claiming reasonable doubts leaves the date, and the line says so", () => {
    const asked = { ...pause("identity", "2026-03-04", "2026-03-20"), suspends: false };
    const derived = clock("eu_gdpr", receivedOn(received, { pauses: [asked] }));
    expect(derived.respondBy).toBe("2026-04-02");
    expect(derived.lines[1]).toMatchObject({ rule: "pause_without_effect", date: null });
    expect(derived.lines[1]?.text).toContain("nobody claimed reasonable doubts about who asks");
    const open = { ...asked, to: null };
    expect(clock("eu_gdpr", receivedOn(received, { pauses: [open] }))).toMatchObject({
      dueOn: "2026-04-02",
      stopped: null,
    });
  });

  test("a suspension that was claimed says on what ground", () => {
    const text = (pauses: Pause[]) =>
      clock("eu_gdpr", receivedOn(received, { pauses })).lines.find(({ rule }) => ["pause", "stopped"].includes(rule))
        ?.text;
    expect(text([pause("identity", "2026-03-04", "2026-03-11")])).toContain("(reasonable doubts about who asks");
    expect(text([pause("clarification", "2026-03-04", null)])).toContain("(a large quantity of data about the person");
  });

  test("recital 63: clarification stops access, and only where a large quantity of data is claimed", () => {
    const claimed = [pause("clarification", "2026-03-10", "2026-03-16")];
    const unclaimed = claimed.map((one) => ({ ...one, suspends: false }));
    expect(clock("eu_gdpr", receivedOn(received, { pauses: claimed })).respondBy).toBe("2026-04-08");
    expect(clock("eu_gdpr", receivedOn(received, { pauses: unclaimed })).respondBy).toBe("2026-04-02");
    for (const right of ["erasure", "rectification", "objection", "portability"] as const) {
      expect(clock("eu_gdpr", receivedOn(received, { pauses: claimed }), right).respondBy).toBe("2026-04-02");
    }
  });

  test("GDPR Art. 21(3): an objection to marketing waits for nobody's proof", () => {
    const asked = receivedOn(received, { pauses: [pause("identity", "2026-03-04", null)] });
    for (const regime of ["eu_gdpr", "uk_gdpr"] as const) {
      expect(clock(regime, asked, "marketing_objection")).toMatchObject({ dueOn: "2026-04-02", stopped: null });
    }
  });

  test("on a day off that the period was moved past, asking is still in time", () => {
    const facts = receivedOn(day("2026-04-02"), { pauses: [pause("identity", "2026-05-03", "2026-05-08")] });
    expect(clock("eu_gdpr", facts).respondBy).toBe("2026-05-07");
  });

  test("an open suspension has no date: stopped since, days used, a day to remind (project decision D7)", () => {
    const open = clock("eu_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-03-12", null)] }));
    expect(open).toMatchObject({ respondBy: null, extensionNoticeBy: null, extendedRespondBy: null, dueOn: null });
    expect(open).toMatchObject({ safeOn: null, stopped: { since: "2026-03-12", ground: "identity" } });
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("stopped since Thu 12 Mar 2026");
    expect(open.lines.find((line) => line.rule === "stopped")?.text).toContain("10 days used");
    expect(open.lines.find((line) => line.rule === "pause_reminder")?.date).toBe("2026-04-12");
    expect(linesForPerson(open).map(({ rule }) => rule)).toEqual(["receipt", "period", "stopped", "answer"]);
    expect(open.lines.at(-1)).toMatchObject({ rule: "answer", date: null });
  });

  test("the ICO's advice on how long to wait is quoted in the United Kingdom only", () => {
    const source = (regime: "eu_gdpr" | "uk_gdpr") =>
      clock(regime, receivedOn(received, { pauses: [pause("clarification", "2026-03-12", null)] })).lines.find(
        ({ rule }) => rule === "pause_reminder",
      )?.citation;
    expect(source("eu_gdpr")).toBe("project decision D7");
    expect(source("uk_gdpr")).toContain("ICO");
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

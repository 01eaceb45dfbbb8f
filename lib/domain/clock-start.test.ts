import { describe, expect, test } from "vitest";
import { receivedOn } from "@/lib/testing/clock-builders";
import { calendarDate } from "./calendar-date";
import { type ClockFacts, deriveClock, type Pause } from "./clock";
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

  test("staff who go on without the identity information start nothing anew: the clock runs from receipt", () => {
    const pauses = [{ ...pause("identity", "2026-05-29", "2026-05-29"), unanswered: true } as const];
    const facts = receivedOn(received, { pauses, identityRequestedOn: day("2026-05-29") });
    expect(clock("uk_gdpr", facts)).toMatchObject({ startsOn: received, respondBy: "2026-06-01", stopped: null });
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

  test("identity starts the clock by statute, whether or not anybody claims anything", () => {
    const asked = { ...pause("identity", "2026-05-05", "2026-05-11"), suspends: false };
    expect(clock("uk_gdpr", receivedOn(received, { pauses: [asked] })).startsOn).toBe("2026-05-11");
  });

  test("clarification that was not reasonably needed stops nothing", () => {
    const asked = { ...pause("clarification", "2026-05-06", "2026-05-12"), suspends: false };
    expect(clock("uk_gdpr", receivedOn(received, { pauses: [asked] })).respondBy).toBe("2026-06-01");
  });

  test("clarification stops access only", () => {
    const pauses = [pause("clarification", "2026-05-06", null)];
    const derived = clock("uk_gdpr", receivedOn(received, { pauses }), "erasure");
    expect(derived.respondBy).toBe("2026-06-01");
    expect(derived.lines[1]).toMatchObject({ rule: "pause_without_effect", date: null });
  });
});

describe("a period that is over is not opened again by asking (UK GDPR Art. 12A, DPO Art. 19, project decision D7)", () => {
  const received = day("2026-05-01");
  const ended = { startsOn: received, respondBy: "2026-06-01", dueOn: "2026-06-01", stopped: null };

  test("UK: identity asked on the last day moves the start, on the day after it moves nothing", () => {
    const onTime = clock("uk_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-06-01", "2026-06-20")] }));
    expect(onTime).toMatchObject({ startsOn: "2026-06-20", respondBy: "2026-07-20" });
    const late = clock("uk_gdpr", receivedOn(received, { pauses: [pause("identity", "2026-06-02", "2026-06-20")] }));
    expect(late).toMatchObject(ended);
    expect(late.lines[1]).toMatchObject({ rule: "ask_too_late", date: null });
    expect(late.lines[1]?.text).toContain("after the period had ended on Mon 1 Jun 2026");
  });

  test("UK: an ask that came too late and is still open keeps the date, so that the request shows as overdue", () => {
    const asked = { identityRequestedOn: day("2026-06-02"), pauses: [pause("identity", "2026-06-02", null)] };
    expect(clock("uk_gdpr", receivedOn(received, asked))).toMatchObject(ended);
    const answered = { identityRequestedOn: day("2026-06-02"), verified: day("2026-06-08"), pauses: [] };
    expect(clock("uk_gdpr", receivedOn(received, answered))).toMatchObject(ended);
  });

  test("UK: the day to which the end was rolled is still inside", () => {
    const facts = receivedOn(day("2026-04-03"), { pauses: [pause("identity", "2026-05-04", "2026-05-08")] });
    expect(clock("uk_gdpr", facts).startsOn).toBe("2026-05-08");
  });

  test("UK: days that clarification took out, and an extension told in time, keep the period open", () => {
    const clarified = [
      pause("clarification", "2026-05-04", "2026-05-13"),
      pause("identity", "2026-06-04", "2026-06-08"),
    ];
    expect(clock("uk_gdpr", receivedOn(received, { pauses: clarified })).startsOn).toBe("2026-06-08");
    const pauses = [pause("identity", "2026-07-01", "2026-07-06")];
    expect(clock("uk_gdpr", receivedOn(received, { pauses, extendedOn: day("2026-05-20") })).startsOn).toBe(
      "2026-07-06",
    );
    const untold = receivedOn(received, { pauses, extendedOn: day("2026-06-20") });
    expect(clock("uk_gdpr", untold).startsOn).toBe(received);
  });

  test("UK: each ask is judged by the period that ran when it was made", () => {
    const pauses = [pause("identity", "2026-06-04", "2026-06-30"), pause("identity", "2026-05-05", "2026-05-11")];
    const twice = receivedOn(received, { pauses, identityRequestedOn: day("2026-06-04"), verified: day("2026-06-30") });
    expect(clock("uk_gdpr", twice)).toMatchObject({ startsOn: "2026-06-30", respondBy: "2026-07-30" });
  });

  test("a fee that is announced after the end moves nothing: UK payment, Swiss days to think", () => {
    const paid = { feeNotified: day("2026-06-02"), feePaid: day("2026-06-05") };
    const uk = clock("uk_gdpr", receivedOn(received, paid));
    expect(uk).toMatchObject(ended);
    expect(uk.lines[1]?.text).toContain("asked for a fee");
    const swiss = clock("ch_fadp", receivedOn(received, { feeNotified: day("2026-06-02") }));
    expect(swiss.startsOn).toBe(received);
    expect(clock("ch_fadp", receivedOn(received, { feeNotified: day("2026-06-01") })).startsOn).toBe("2026-06-11");
  });
});

import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { firstUnmetNeed } from "./lifecycle-needs";
import type { RegimeId } from "./regime";
import { requestClock } from "./request-clock";
import { aContext, aReceipt, filedOn, someFacts } from "./test-request";

/** Whether it may end on that day for want of proof, where the law's own date is the one given; filed on 4 December. */
function ends(lawDueOn: string | null, today: string, unconfirmedAfterDays = 14) {
  const proofs = [{ kind: "contact_confirmed", on: filedOn }] as const;
  const facts = someFacts({ state: "open", proofs, proofInviteOn: filedOn });
  const { policy, clock, ...context } = aContext({ facts, today: calendarDate(today) });
  return firstUnmetNeed(["proof_period_over"], {
    ...context,
    policy: { ...policy, unconfirmedAfterDays },
    clock: { ...clock, lawDueOn: lawDueOn === null ? null : calendarDate(lawDueOn) },
  });
}

describe("a request that nobody proves", () => {
  it("11 CCR §7021(b), GDPR Art. 12(4): ends on the law's own day and not before", () => {
    expect([ends("2027-01-18", "2027-01-17"), ends("2027-01-18", "2027-01-18")]).toEqual(["too_early", null]);
  });

  it("where the clock stands still, a month after the asking", () => {
    expect([ends(null, "2027-01-03"), ends(null, "2027-01-04")]).toEqual(["too_early", null]);
  });

  it("never before the days that the organisation gives for an answer", () => {
    expect([ends("2026-12-15", "2026-12-18"), ends("2026-12-15", "2026-12-19")]).toEqual(["too_early", null]);
    expect([ends("2027-01-03", "2027-01-03", 30), ends(null, "2027-01-04", 40)]).toEqual(["too_early", "too_early"]);
  });
});

it("the law's own date is no promise's, unless no law applies", () => {
  const dates = (regimes: readonly RegimeId[]) => {
    const clock = requestClock(someFacts({ received: aReceipt({ regimes }) }), {
      promiseDays: 10,
      holidays: new Set(),
    });
    return [clock.dueOn, clock.lawDueOn];
  };
  expect(dates(["us_ca_ccpa"])).toEqual(["2026-12-14", "2027-01-18"]);
  expect(dates([])).toEqual(["2026-12-14", "2026-12-14"]);
});

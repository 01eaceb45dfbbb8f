import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay, anyHolidays, anyPauseAfter, receivedOn } from "@/lib/testing/clock-builders";
import { isDayOff, isWorkingDay } from "./calendar";
import { type CalendarDate, latest, plusDays } from "./calendar-date";
import { deriveClock, deriveWorkClock, type Pause } from "./clock";
import { lawOf } from "./laws";
import { isNeverVerified } from "./proof-policy";
import { regimeIds } from "./regime";
import { rights } from "./right";

const anyRegime = fc.constantFrom(...regimeIds);
const anyRight = fc.constantFrom(...rights);
const anyPauses = (from: CalendarDate) => fc.array(anyPauseAfter(from), { maxLength: 4 });
const lawIds = regimeIds.filter((id) => id !== "contract_30d");
const someLaws = fc.uniqueArray(fc.constantFrom(...lawIds), { minLength: 1, maxLength: 5 });

/** A day of receipt with pauses that all begin after it, and after another day up to twenty days later. */
const anyCase = fc.record({ received: anyDay, wait: fc.integer({ min: 0, max: 20 }) }).chain(({ received, wait }) =>
  fc.record({
    received: fc.constant(received),
    later: fc.constant(plusDays(received, wait)),
    pauses: anyPauses(plusDays(received, wait)),
    regime: anyRegime,
    right: anyRight,
    holidays: anyHolidays,
  }),
);

function dates(day: CalendarDate | null): string {
  return day ?? "none";
}

describe("what must hold for every law, whatever the facts", () => {
  test("who asks later is never due earlier", () => {
    fc.assert(
      fc.property(anyCase, ({ received, later, pauses, regime, right, holidays }) => {
        const first = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        const second = deriveClock({ regime, right, facts: receivedOn(later, { pauses }), holidays });
        expect(dates(second.respondBy) >= dates(first.respondBy)).toBe(true);
        expect(dates(second.extendedRespondBy) >= dates(first.extendedRespondBy)).toBe(true);
        expect(dates(second.acknowledgeBy) >= dates(first.acknowledgeBy)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("a pause never shortens", () => {
    fc.assert(
      fc.property(anyCase, ({ received, pauses, regime, right, holidays }) => {
        const paused = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        const fewer = deriveClock({
          regime,
          right,
          facts: receivedOn(received, { pauses: pauses.slice(1) }),
          holidays,
        });
        expect(dates(paused.respondBy) >= dates(fewer.respondBy)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("the order in which pauses were recorded changes nothing", () => {
    fc.assert(
      fc.property(anyCase, ({ received, pauses, regime, right, holidays }) => {
        const reversed: readonly Pause[] = [...pauses].reverse();
        const one = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        const other = deriveClock({ regime, right, facts: receivedOn(received, { pauses: reversed }), holidays });
        expect(other.respondBy).toBe(one.respondBy);
      }),
    );
  });

  test("nor does it where identity was asked for twice on one day", () => {
    const day = "2026-11-04" as CalendarDate;
    const answers = [day, "2026-11-05" as CalendarDate, null];
    for (const first of answers) {
      for (const second of answers) {
        const pauses = [first, second].map((to): Pause => ({ from: day, to, ground: "identity", suspends: false }));
        const due = (recorded: readonly Pause[]) => {
          const facts = receivedOn("2026-10-14" as CalendarDate, { pauses: recorded });
          return deriveClock({ regime: "uk_gdpr", right: "access", facts, holidays: new Set() }).respondBy;
        };
        expect(due([...pauses].reverse())).toBe(due(pauses));
      }
    }
  });

  test("an extension is never before the answer, and its notice never after", () => {
    fc.assert(
      fc.property(anyCase, ({ received, pauses, regime, right, holidays }) => {
        const facts = receivedOn(received, { pauses });
        const { respondBy, extendedRespondBy, extensionNoticeBy } = deriveClock({ regime, right, facts, holidays });
        if (!respondBy || !extensionNoticeBy) return;
        expect(extensionNoticeBy <= respondBy).toBe(true);
        expect(dates(extendedRespondBy) >= respondBy).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("an extension that was told never brings the date forward", () => {
    fc.assert(
      fc.property(anyCase, ({ received, later, pauses, regime, right, holidays }) => {
        const told = receivedOn(received, { pauses, extendedOn: later, extendedUntil: later });
        const plain = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        expect(dates(deriveClock({ regime, right, facts: told, holidays }).dueOn) >= dates(plain.dueOn)).toBe(true);
      }),
    );
  });

  test("no period ends on a day that its law moves away from, and the safe date is an earlier working day", () => {
    fc.assert(
      fc.property(anyCase, ({ received, pauses, regime, right, holidays }) => {
        const derived = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        const { over } = (lawOf(regime).byRight[right] ?? lawOf(regime).request).roll;
        for (const end of [derived.respondBy, derived.extensionNoticeBy, derived.extendedRespondBy]) {
          if (end) expect(isDayOff(end, over, holidays)).toBe(false);
        }
        if (!derived.safeOn || !derived.dueOn) throw new Error("a clock that runs has both dates");
        expect(derived.safeOn < derived.dueOn).toBe(true);
        expect(isWorkingDay(derived.safeOn, holidays)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("the last line is the date, and every line has a source", () => {
    fc.assert(
      fc.property(anyCase, ({ received, pauses, regime, right, holidays }) => {
        const { lines, dueOn } = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        expect(lines.at(-1)?.date).toBe(dueOn);
        expect(lines.every((line) => line.citation.length > 0 && line.text.length > 0)).toBe(true);
      }),
    );
  });

  test("an open pause leaves a clock without a date exactly where the law lets it stop", () => {
    fc.assert(
      fc.property(anyCase, fc.boolean(), ({ received, regime, right, holidays }, suspends) => {
        const pauses: readonly Pause[] = [{ from: plusDays(received, 1), to: null, ground: "identity", suspends }];
        const derived = deriveClock({ regime, right, facts: receivedOn(received, { pauses }), holidays });
        const waits = regime === "uk_gdpr" || (regime === "eu_gdpr" && suspends);
        const stops = waits && !isNeverVerified(right);
        expect(derived.dueOn === null).toBe(stops);
        expect(derived.stopped !== null).toBe(stops);
      }),
    );
  });

  test("a promise never lengthens, and the date worked to is the earliest of all", () => {
    fc.assert(
      fc.property(anyCase, someLaws, fc.integer({ min: 1, max: 120 }), (one, regimes, promiseDays) => {
        const facts = receivedOn(one.received, { pauses: one.pauses });
        const work = { regimes, rights: [one.right], facts, holidays: one.holidays };
        const plain = deriveWorkClock(work);
        const promised = deriveWorkClock({ ...work, promiseDays });
        expect(dates(promised.dueOn) <= dates(plain.dueOn)).toBe(true);
        for (const clock of promised.clocks) expect(dates(promised.dueOn) <= dates(clock.dueOn)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("the UK clock never starts before the latest of receipt, identity and fee", () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, anyHolidays, (received, verified, feePaid, holidays) => {
        const facts = receivedOn(received, { verified, feePaid });
        const derived = deriveClock({ regime: "uk_gdpr", right: "access", facts, holidays });
        expect(derived.startsOn).toBe(latest(received, verified, feePaid));
      }),
    );
  });
});

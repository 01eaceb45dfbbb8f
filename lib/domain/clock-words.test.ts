import { describe, expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import type { Asked, ClockSaying, PauseCondition, PeriodRule, Promptly } from "./clock-saying";
import { wordsIn } from "./words";

const english = wordsIn("en");
const german = wordsIn("de");

// Words that every English sentence has some of and no German one.
const tellsEnglish = /\b(the|of|you|your|and|is|not|after|until|because|with)\b/;

const asked: readonly Asked[] = ["identity", "clarification", "fee"];
const conditions: readonly PauseCondition[] = ["reasonable_doubts", "large_quantity", "needed_to_find"];
const rules: readonly PeriodRule[] = ["answer", "acknowledge", "extension_notice", "extended_answer"];
const soon: readonly Promptly[] = [
  "as soon as feasibly possible",
  "as soon as reasonably possible",
  "at once in simplified form",
  "promptly",
  "with due diligence",
  "within a reasonable period",
  "without undue delay",
];
const [on, later] = [calendarDate("2026-03-02"), calendarDate("2026-04-01")];
const period = { say: "period", count: 1, unit: "month", from: on, clamped: false, promptly: null } as const;

const everything: readonly ClockSaying[] = [
  { say: "received" },
  { say: "received", counted: false },
  { say: "starts", after: "identity" },
  { say: "starts", after: "fee" },
  { say: "starts_after_reflection", announced: on, days: 10 },
  ...asked.flatMap((one): ClockSaying[] => [
    { say: "not_started", asked: one, since: on },
    ...[1, 2].map(
      (used): ClockSaying => ({ say: "stopped", asked: one, claimed: "reasonable_doubts", since: on, used }),
    ),
    { say: "start_asked_too_late", asked: one, on, ended: later },
    { say: "pause_too_late", asked: one, on },
    { say: "pause_without_effect", asked: one, on, unclaimed: null },
    ...conditions.map((unclaimed): ClockSaying => ({ say: "pause_without_effect", asked: one, on, unclaimed })),
    ...conditions.flatMap((claimed) =>
      [0, 1, 9].map((days): ClockSaying => ({ say: "pause", asked: one, claimed, on, answered: later, days })),
    ),
  ]),
  { say: "remind" },
  ...[...soon, null].flatMap((promptly): ClockSaying[] => [
    { say: "no_number", promptly },
    { ...period, promptly },
  ]),
  ...(["day", "month", "business_day"] as const).flatMap((unit): ClockSaying[] => [
    { ...period, unit },
    { ...period, unit, count: 30, clamped: true },
  ]),
  { say: "roll", from: on, over: "weekend" },
  { say: "roll", from: on, over: "sunday" },
  ...rules.flatMap((rule): ClockSaying[] => [
    { say: "last_day", rule, stopped: false },
    { say: "last_day", rule, stopped: true },
  ]),
  { say: "new_date_told" },
  { say: "new_date_open" },
  { say: "extension_told" },
  { say: "extension_too_late", on, last: later },
  ...(["answer", "acknowledgement", "extension", "appeal"] as const).map(
    (thing): ClockSaying => ({ say: "not_known", law: "LGPD", thing }),
  ),
];

describe("the clock's lines", () => {
  it.each(everything)("$say: %j", (said) => {
    const [here, there] = [english.clock(said), german.clock(said)];
    for (const text of [here, there]) {
      expect(text).toMatch(/^\S.*[^.]$/);
      expect(text).not.toMatch(/undefined|null$|\[object/);
    }
    expect(there).not.toBe(here);
    expect(there).not.toMatch(tellsEnglish);
  });

  it("say in German what they say in English", () => {
    expect(german.clock({ ...period, promptly: "without undue delay" })).toBe(
      "unverzüglich, spätestens 1 Monat nach dem 2. März 2026",
    );
    expect(english.clock({ ...period, promptly: "without undue delay" })).toBe(
      "without undue delay, and at the latest 1 month after Mon 2 Mar 2026",
    );
    expect(german.clock({ say: "stopped", asked: "identity", claimed: "reasonable_doubts", since: on, used: 10 })).toBe(
      "die Frist ruht seit dem 2. März 2026, wir warten auf einen Identitätsnachweis (begründete Zweifel daran, wer anfragt, unverzüglich geltend gemacht); 10 Tage verbraucht; mit der Antwort läuft sie weiter",
    );
    expect(german.clock({ say: "not_started", asked: "fee", since: on })).toContain("ruht seit dem 2. März 2026");
    expect(german.clock({ ...period, unit: "business_day", count: 5 })).toBe("5 Arbeitstage nach dem 2. März 2026");
    expect(german.clock({ say: "roll", from: on, over: "sunday" })).toMatch(/^der 2\. März 2026 ist ein Sonntag/);
    expect(german.clock({ say: "starts", after: "identity" })).toBe(
      "die Frist beginnt mit dem Eingang der verlangten Angaben zur Identität",
    );
  });
});

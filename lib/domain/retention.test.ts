import { describe, expect, test } from "vitest";
import { calendarDate } from "./calendar-date";
import { backupsOverwrittenBy, erasureLines, type RetentionFacts, ruleInWords } from "./retention";
import type { KeepingRule, RetentionRule } from "./retention-rule";

const askedOn = calendarDate("2026-11-23");
const taxLaw = { text: "tax law makes us keep bills", law: "GDPR Art. 17(3)(b)" };

function lineFor(change: Partial<RetentionRule>, facts: Partial<RetentionFacts> = {}) {
  const rule: RetentionRule = {
    category: "bills",
    name: "Bills",
    rule: { kind: "from_creation", period: { years: 7 } },
    legalBasis: "legal_obligation",
    ...change,
  };
  const profile = { retention: [rule], erasure: { withinDays: 30, anonymisedMayRemain: true, text: "…" } };
  return erasureLines(profile, { askedOn, ...facts })[0];
}

describe("what no law protects goes when the person asks", () => {
  test("within the days that the organisation promises", () => {
    expect(lineFor({})).toEqual({
      category: "bills",
      name: "Bills",
      outcome: "erase",
      by: "2026-12-23",
      because: "You asked, and nothing in law makes us keep it.",
    });
  });

  test("earlier when its own time ends first", () => {
    const rule: KeepingRule = { kind: "after_account_end", days: 90 };
    expect(lineFor({ rule }, { accountEndedOn: calendarDate("2026-09-01") })?.by).toBe("2026-11-30");
    expect(lineFor({ rule }, { accountEndedOn: calendarDate("2026-11-20") })?.by).toBe("2026-12-23");
    expect(lineFor({ rule }, { accountEndedOn: null })?.by).toBe("2026-12-23");
  });

  test.each([
    [{ days: 30 }, "2026-12-03"],
    [{ months: 1 }, "2026-12-03"],
    [{ years: 1 }, "2026-12-23"],
  ])("counting %j from the newest record", (period, by) => {
    const createdOn = { bills: calendarDate("2026-11-03") };
    expect(lineFor({ rule: { kind: "from_creation", period } }, { createdOn })?.by).toBe(by);
  });

  test("and the line says what stays because it names nobody", () => {
    expect(lineFor({ remainsAnonymised: "totals that name nobody" })?.because).toMatch(/What stays: totals/);
  });
});

describe("what a law protects stays, with its end and its reason", () => {
  test("until the period of the newest record is over", () => {
    const line = lineFor({ lawfulException: taxLaw }, { createdOn: { bills: calendarDate("2024-02-29") } });
    expect(line).toEqual({
      category: "bills",
      name: "Bills",
      outcome: "keep_until",
      until: "2031-02-28",
      because: "Tax law makes us keep bills: 7 years from the day it was recorded.",
      law: "GDPR Art. 17(3)(b)",
    });
  });

  test("without a date while nobody knows when the period began", () => {
    const line = lineFor({ lawfulException: taxLaw }, { createdOn: { other: askedOn } });
    expect(line).toMatchObject({ outcome: "keep_while", law: "GDPR Art. 17(3)(b)" });
    expect(line).not.toHaveProperty("until");
  });

  test("as long as its own words say", () => {
    const rule: KeepingRule = { kind: "while", text: "as long as a bill is open" };
    expect(lineFor({ rule, lawfulException: taxLaw })).toMatchObject({
      outcome: "keep_while",
      because: "Tax law makes us keep bills: as long as a bill is open.",
    });
  });

  test("after the last word from the person", () => {
    const rule: KeepingRule = { kind: "until_withdrawal_or", period: { months: 6 }, after: "last_interaction" };
    const facts = { lastInteractionOn: calendarDate("2026-08-31") };
    expect(lineFor({ rule, lawfulException: taxLaw }, facts)?.until).toBe("2027-02-28");
    expect(lineFor({ rule, lawfulException: taxLaw })?.outcome).toBe("keep_while");
  });

  test.each([
    ["2019-11-23", "erase"],
    ["2019-11-24", "keep_until"],
  ])("but not a day beyond its time: recorded %s → %s", (created, outcome) => {
    const line = lineFor({ lawfulException: taxLaw }, { createdOn: { bills: calendarDate(created) } });
    expect(line?.outcome).toBe(outcome);
  });

  test("and what outlived its time says so", () => {
    const line = lineFor({ lawfulException: taxLaw }, { createdOn: { bills: calendarDate("2010-01-01") } });
    expect(line?.because).toBe("The time for keeping it is over: 7 years from the day it was recorded.");
    expect(line).not.toHaveProperty("law");
  });
});

test("a line for each category, in the schedule's order", () => {
  const rule = (category: string): RetentionRule => ({
    category,
    name: category,
    rule: { kind: "from_creation", period: { days: 30 } },
    legalBasis: "contract",
  });
  const erasure = { withinDays: 30, anonymisedMayRemain: false, text: "…" };
  const lines = erasureLines({ retention: [rule("b"), rule("a")], erasure }, { askedOn });
  expect(lines.map((line) => line.category)).toEqual(["b", "a"]);
});

test("backups are overwritten when the organisation says so, and nothing is said where it does not", () => {
  expect(backupsOverwrittenBy({ backups: { overwrittenWithinDays: 90 } }, askedOn)).toBe("2027-02-21");
  expect(backupsOverwrittenBy({}, askedOn)).toBeNull();
});

test.each<[KeepingRule, string]>([
  [{ kind: "after_account_end", days: 1 }, "1 day after your account ends"],
  [{ kind: "from_creation", period: { days: 30 } }, "30 days from the day it was recorded"],
  [{ kind: "from_creation", period: { months: 24 } }, "24 months from the day it was recorded"],
  [
    { kind: "until_withdrawal_or", period: { years: 5 }, after: "last_interaction" },
    "until you withdraw, or 5 years after we last heard from you",
  ],
  [{ kind: "while", text: "as long as the law requires" }, "as long as the law requires"],
])("%j in words", (rule, words) => {
  expect(ruleInWords(rule)).toBe(words);
});

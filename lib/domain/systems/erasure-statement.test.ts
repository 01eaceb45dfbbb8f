import { describe, expect, test } from "vitest";
import { calendarDate } from "../calendar-date";
import type { PlanLine } from "./erasure-plan";
import { backupsAfter, isComplete, statementLine, statementLines } from "./erasure-statement";

const on = calendarDate("2026-12-01");
const because = "You asked, and nothing in law makes us keep it.";
const place = { system: "product", systemName: "Product", category: "account", name: "Account and profile" };
const line = (change: Partial<PlanLine> = {}): PlanLine => ({
  ...place,
  action: "erase",
  order: 0,
  count: 1,
  because,
  ...change,
});

describe("a line says what came of it", () => {
  test("erased on the day that the system answered", () => {
    expect(statementLine(line(), { kind: "done", on, counts: { account: 2 } })).toEqual({
      ...place,
      outcome: "erased",
      on,
      because,
    });
  });

  test("with what stays because it names nobody any more", () => {
    const answer = { kind: "done", on, counts: { account: 2 } } as const;
    expect(statementLine(line({ action: "anonymise" }), answer).outcome).toBe("anonymised");
  });

  test.each([
    ["the system knew nobody", { kind: "not_found", on } as const],
    ["it had nothing of this category", { kind: "done", on, counts: { account: 0, bills: 3 } } as const],
  ])("not found: %s", (_, answer) => {
    expect(statementLine(line(), answer)).toEqual({ ...place, outcome: "not_found", on });
  });

  test("done without a number for this category is done", () => {
    expect(statementLine(line(), { kind: "done", on, counts: {} }).outcome).toBe("erased");
  });

  test("what the system would not do, in its words", () => {
    const answer = { kind: "exception", on, reason: "a court ordered it kept" } as const;
    expect(statementLine(line(), answer)).toMatchObject({ outcome: "exception", because: "a court ordered it kept" });
  });

  test("kept, whatever the system did with the rest", () => {
    const kept = line({ action: "keep_until", until: calendarDate("2031-03-01"), law: "Art. 17(3)(b)" });
    expect(statementLine(kept, { kind: "done", on, counts: { account: 2 } })).toEqual({
      ...place,
      outcome: "kept_until",
      until: "2031-03-01",
      because,
      law: "Art. 17(3)(b)",
    });
    expect(statementLine(line({ action: "keep_while" }), undefined).outcome).toBe("kept_while");
  });
});

test("a statement with something owed is not complete: nobody is told that it is over", () => {
  const plan = [line(), line({ system: "billing" })];
  const half = statementLines(plan, { product: { kind: "not_found", on } });
  expect(half.map(({ outcome }) => outcome)).toEqual(["not_found", "owed"]);
  expect(isComplete(half)).toBe(false);
  expect(isComplete(half.slice(0, 1))).toBe(true);
});

describe("W17: backups", () => {
  const done = statementLines([line(), line({ system: "later", action: "anonymise" })], {
    product: { kind: "done", on, counts: {} },
    later: { kind: "done", on: calendarDate("2026-12-05"), counts: {} },
  });
  test("are overwritten so many days after the last erasure", () => {
    expect(backupsAfter(done, { backups: { overwrittenWithinDays: 90 } })).toEqual({ overwrittenBy: "2027-03-05" });
  });
  test("and nothing is said where nothing went, or nothing is promised", () => {
    expect(backupsAfter(done, {})).toBeNull();
    const nothing = statementLines([line()], { product: { kind: "not_found", on } });
    expect(backupsAfter(nothing, { backups: { overwrittenWithinDays: 90 } })).toBeNull();
  });
});

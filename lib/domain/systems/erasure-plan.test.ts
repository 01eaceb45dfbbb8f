import { describe, expect, test } from "vitest";
import { calendarDate } from "../calendar-date";
import type { RetentionRule } from "../retention-rule";
import { effectsFrom, effectsOf, erasurePlan } from "./erasure-plan";
import type { RegisteredSystem } from "./registered-system";

const askedOn = calendarDate("2026-11-23");
const erasure = { withinDays: 30, anonymisedMayRemain: true, text: "…" };

function rule(category: string, change: Partial<RetentionRule> = {}): RetentionRule {
  const base = { category, name: category, legalBasis: "contract" } as const;
  return { ...base, rule: { kind: "from_creation", period: { years: 7 } }, ...change };
}
function system(id: string, order: number, categories: string[]): RegisteredSystem {
  const owner = { name: "Somebody" };
  return {
    id,
    name: id,
    owner,
    categories,
    recipients: [],
    identifiers: ["email"],
    askedBy: { kind: "manual" },
    order,
  };
}
const taxLaw = { text: "tax law makes us keep bills", law: "GDPR Art. 17(3)(b)" };
const retention = [
  rule("account"),
  rule("bills", { lawfulException: taxLaw }),
  rule("usage", { remainsAnonymised: "totals" }),
];

describe("a plan says, before anything is erased", () => {
  const systems = [system("billing", 2, ["bills", "account"]), system("product", 1, ["usage"])];
  const createdOn = { bills: calendarDate("2024-03-01") };
  const plan = erasurePlan({ retention, erasure }, systems, {
    facts: { askedOn, createdOn },
    found: { billing: { account: 1 } },
  });

  test("what goes from where, what stays until when and why, and what stays without a name, in the systems' order", () => {
    expect(
      plan.lines.map(({ system, category, action, by, until }) => [system, category, action, by ?? until]),
    ).toEqual([
      ["product", "usage", "anonymise", "2026-12-23"],
      ["billing", "account", "erase", "2026-12-23"],
      ["billing", "bills", "keep_until", "2031-03-01"],
    ]);
    expect(plan.lines[2]).toMatchObject({ law: "GDPR Art. 17(3)(b)", because: expect.stringMatching(/^Tax law/) });
    expect(plan.holes).toEqual([]);
  });

  test("how many records were found, and where nobody has looked", () => {
    expect(plan.lines.map(({ count }) => count)).toEqual([null, 1, 0]);
  });

  test("and has only those systems do something from which something goes", () => {
    expect(effectsOf(plan.lines)).toEqual([
      { system: "product", categories: ["usage"] },
      { system: "billing", categories: ["account"] },
    ]);
    const keeping = erasurePlan({ retention, erasure }, [system("billing", 1, ["bills"])], {
      facts: { askedOn },
      found: {},
    });
    expect(effectsOf(keeping.lines)).toEqual([]);
  });
});

test("a category that lies nowhere, or has no rule, is a hole in the plan and not left out", () => {
  const { holes } = erasurePlan(
    { retention: [rule("account"), rule("bills")], erasure },
    [system("product", 1, ["account", "photos"])],
    { facts: { askedOn }, found: {} },
  );
  expect(holes).toEqual([
    { kind: "no_system", category: "bills" },
    { kind: "no_rule", category: "photos", system: "product" },
  ]);
});

describe("the time in which the person can still withdraw", () => {
  test.each([
    ["as promised", 3, "2026-12-22", "2026-11-26"],
    ["none promised", 0, "2026-12-22", "2026-11-23"],
    ["never at the cost of the answer's date", 14, "2026-11-30", "2026-11-29"],
    ["gone where the answer is due today", 3, "2026-11-23", "2026-11-23"],
    ["or was due already", 3, "2026-11-01", "2026-11-23"],
    ["as promised while the clock stands still", 3, null, "2026-11-26"],
  ])("%s", (_, waitingDays, dueOn, from) => {
    expect(effectsFrom(askedOn, { waitingDays, dueOn: dueOn === null ? null : calendarDate(dueOn) })).toBe(from);
  });
});

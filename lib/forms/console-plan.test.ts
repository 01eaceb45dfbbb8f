import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/domain/calendar-date";
import type { RetentionRule } from "@/lib/domain/retention-rule";
import { planDayFields, planSchema } from "./console-plan";

const taxLaw = { text: "tax law makes us keep bills", law: "GDPR Art. 17(3)(b)" };
const schedule: RetentionRule[] = [
  { category: "account", name: "Account", rule: { kind: "after_account_end", days: 90 }, legalBasis: "contract" },
  { category: "logs", name: "Logs", rule: { kind: "from_creation", period: { days: 30 } }, legalBasis: "contract" },
  {
    category: "bills",
    name: "Bills",
    rule: { kind: "from_creation", period: { years: 7 } },
    legalBasis: "legal_obligation",
    lawfulException: taxLaw,
  },
  {
    category: "marketing",
    name: "Marketing",
    rule: { kind: "until_withdrawal_or", period: { years: 5 }, after: "last_interaction" },
    legalBasis: "consent",
  },
];
const today = calendarDate("2026-11-24");
const read = (typed: Record<string, string>) => planSchema(schedule, today).safeParse(typed);
const day = (name: string, [d, m, y]: [string, string, string]) => ({
  [`${name}-day`]: d,
  [`${name}-month`]: m,
  [`${name}-year`]: y,
});

describe("the days that a plan is counted from", () => {
  test("are asked only where the schedule uses them", () => {
    expect(planDayFields(schedule).map(({ name }) => name)).toEqual(["accountEnded", "lastHeard", "newest-bills"]);
    expect(planDayFields(schedule.slice(1, 2))).toEqual([]);
  });

  test("may all be unknown", () => {
    expect(read({}).data).toEqual({});
    expect(read(day("accountEnded", ["", "", ""])).data).toEqual({});
  });

  test("are read as days", () => {
    const typed = {
      ...day("accountEnded", ["1", "9", "2026"]),
      ...day("lastHeard", ["24", "11", "2026"]),
      ...day("newest-bills", ["29", "2", "2024"]),
    };
    expect(read(typed).data).toEqual({
      accountEndedOn: "2026-09-01",
      lastInteractionOn: "2026-11-24",
      createdOn: { bills: "2024-02-29" },
    });
  });

  test.each([
    ["no day", ["31", "2", "2026"], "give it like 31 12 2026"],
    ["half a day", ["", "2", "2026"], "give it like 31 12 2026"],
    ["a day to come", ["25", "11", "2026"], "still to come"],
  ] as const)("%s is said at its field", (_, parts, message) => {
    const { error } = read(day("newest-bills", [...parts]));
    expect(error?.issues.map(({ path }) => path)).toEqual([["newest-bills"]]);
    expect(error?.issues[0]?.message).toContain(message);
  });
});

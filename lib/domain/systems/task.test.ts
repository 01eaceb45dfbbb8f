import { describe, expect, it, test } from "vitest";
import { calendarDate as day } from "../calendar-date";
import type { Right } from "../right";
import { filedOn, someFacts } from "../test-request";
import { registered } from "./register";
import { verbOfRight } from "./system-question";
import {
  isTaskProven,
  isTaskReminderDue,
  retryAfterSeconds,
  systemsWaitedFor,
  taskDueOn,
  taskOffers,
  waitedForSince,
} from "./task";
import { aPlan } from "./test-plan-needs";
import { aTask, provenFacts } from "./test-task-needs";

const rights = (...asked: Right[]) => asked.map((right) => ({ right, level: 2 as const }));

describe("whom a question may be about is told only after the proof", () => {
  it("for the right that the question serves, and not for another one", () => {
    expect(isTaskProven(provenFacts(), { verb: "export" })).toBe(true);
    expect(isTaskProven(provenFacts(), { verb: "erase" })).toBe(false);
    expect(isTaskProven(provenFacts({ rights: rights("erasure") }), { verb: "erase" })).toBe(true);
    expect(isTaskProven(someFacts(), { verb: "export" })).toBe(false);
  });

  it("a look needs what any right needs in which systems have a part", () => {
    expect(isTaskProven(provenFacts(), { verb: "look_up" })).toBe(true);
    expect(isTaskProven(provenFacts({ rights: rights("bias_report") }), { verb: "look_up" })).toBe(false);
  });

  it("an objection to advertising needs no proof, and waits for none", () => {
    const facts = someFacts({ rights: [{ right: "marketing_objection", level: 0 }] });
    expect(isTaskProven(facts, { verb: "object" })).toBe(true);
  });
});

describe("what is offered to be asked", () => {
  const systems = [
    registered({ id: "billing", name: "Billing", owner: "Finance", categories: ["billing"], order: 20 }, 0),
    registered({ id: "accounts", name: "Accounts", owner: "Platform", categories: ["account"], order: 10 }, 1),
  ];

  it("every system for every verb that the rights need, in the systems' order", () => {
    const facts = someFacts({ rights: rights("access", "portability", "erasure", "automated_decision_review") });
    expect(taskOffers(facts, systems).map(({ system, verb }) => `${system} ${verb}`)).toEqual([
      "accounts export",
      "accounts look_up",
      "billing export",
      "billing look_up",
    ]);
  });

  it("to erase only once a released plan has begun; until then to look, which is what the plan counts", () => {
    const facts = someFacts({ rights: rights("erasure"), plan: aPlan({ begunOn: filedOn }) });
    expect(taskOffers(facts, systems).map(({ verb }) => verb)).toEqual(["erase", "erase"]);
  });

  it("not what is owed already; again once it was answered or taken back", () => {
    const owed = someFacts({ tasks: [aTask({ state: "asked" })] });
    expect(taskOffers(owed, systems).map(({ system }) => system)).toEqual(["accounts"]);
    const answered = someFacts({ tasks: [aTask({ state: "answered" }), aTask({ state: "cancelled" })] });
    expect(taskOffers(answered, systems)).toHaveLength(2);
  });
});

test("a request waits for each system once, in one order, since the oldest question", () => {
  const tasks = [
    aTask({ openedOn: day("2026-12-07") }),
    aTask({ verb: "erase", openedOn: day("2026-12-06") }),
    aTask({ system: "accounts", state: "failing", openedOn: day("2026-12-08") }),
    aTask({ system: "inbox", state: "answered" }),
  ];
  expect(systemsWaitedFor({ tasks })).toEqual(["accounts", "billing"]);
  expect(waitedForSince({ tasks })).toBe("2026-12-06");
  expect(waitedForSince({ tasks: [] })).toBeNull();
});

test.each([
  ["ten days", "2027-01-03", "2026-12-14"],
  ["ten days while the clock stands still", null, "2026-12-14"],
  ["less, so that staff have three days to write it up", "2026-12-10", "2026-12-07"],
  ["tomorrow where there is no more room", "2026-12-05", "2026-12-05"],
  ["today where the answer is due today", "2026-12-04", "2026-12-04"],
  ["today where it was due before", "2026-11-20", "2026-12-04"],
])("an owner gets %s", (_, answer, due) => {
  expect(taskDueOn(filedOn, answer === null ? null : day(answer))).toBe(due);
});

test("GDPR Art. 12(3): an owner is reminded two days before the day, one after it and eight after it, and then no more", () => {
  const asked = aTask({ state: "asked", askedOn: filedOn });
  const days = ["2026-12-11", "2026-12-12", "2026-12-15", "2026-12-22", "2027-03-01"].map(day);
  const due = (reminders: number) => days.map((today) => isTaskReminderDue({ ...asked, reminders }, today));
  expect(due(0)).toEqual([false, true, true, true, true]);
  expect(due(1)).toEqual([false, false, true, true, true]);
  expect(due(2)).toEqual([false, false, false, true, true]);
  expect(due(3)).toEqual([false, false, false, false, false]);
  expect(isTaskReminderDue({ ...asked, state: "open" }, day("2027-03-01"))).toBe(false);
  expect(isTaskReminderDue({ ...asked, askedOn: day("2026-12-13") }, day("2026-12-13"))).toBe(false);
});

test("a machine that is away is tried again later each time, and at least every six hours", () => {
  expect([0, 1, 2, 3, 5, 6, 40].map(retryAfterSeconds)).toEqual([60, 60, 240, 960, 15_360, 21_600, 21_600]);
});

test("each verb that changes or hands out something is there for some right", () => {
  expect([...new Set(Object.values(verbOfRight))].sort()).toEqual(["erase", "export", "object", "rectify", "restrict"]);
});

import { describe, expect, test } from "vitest";
import { calendarDate } from "../calendar-date";
import { aContext } from "../test-request";
import {
  countsFound,
  erasesFrom,
  erasureLinesTold,
  erasureSearched,
  isErasureOwed,
  nextEffects,
} from "./erasure-effects";
import { planAfter } from "./plan-events";
import { planNeeds } from "./plan-needs";
import { aPlan, erasingTask, goingLine, settledWithoutErasing } from "./test-plan-needs";

const day = calendarDate;
const begunOn = day("2026-12-07");
const released = { on: day("2026-12-04"), effectsFrom: begunOn };
const lines = [
  { ...goingLine, system: "search", systemName: "Search", order: 1 },
  { ...goingLine, system: "product", order: 2 },
  { ...goingLine, system: "product", category: "usage", name: "Usage", order: 2 },
  { ...goingLine, system: "mail", systemName: "Mail", order: 2 },
  {
    ...goingLine,
    system: "billing",
    systemName: "Billing",
    category: "bills",
    action: "keep_while" as const,
    order: 3,
  },
];
const plan = aPlan({ lines, released, begunOn });
const done = (system: string, given = {}) => erasingTask({ id: system, system, openedOn: begunOn, ...given });
const waits = { state: "asked", answered: null } as const;

describe("systems are asked in their order", () => {
  test("none before the erasure has begun, or without a plan", () => {
    expect(nextEffects({ plan: aPlan({ lines, released }), tasks: [] })).toEqual([]);
    expect(nextEffects({ plan: null, tasks: [] })).toEqual([]);
  });

  test("the lowest first, with all that goes from it", () => {
    expect(nextEffects({ plan, tasks: [] })).toEqual([{ system: "search", categories: ["account"] }]);
  });

  test("the next only once it answered; those of one place together, and nobody twice", () => {
    expect(nextEffects({ plan, tasks: [done("search", waits)] })).toEqual([]);
    const second = [
      { system: "product", categories: ["account", "usage"] },
      { system: "mail", categories: ["account"] },
    ];
    expect(nextEffects({ plan, tasks: [done("search")] })).toEqual(second);
    expect(nextEffects({ plan, tasks: [done("search"), done("product", waits)] })).toEqual([second[1]]);
    expect(nextEffects({ plan, tasks: [done("search"), done("product"), done("mail")] })).toEqual([]);
  });

  test("again where staff took the question back; what was asked under an earlier plan does not count", () => {
    const cancelled = done("search", { state: "cancelled", answered: null });
    expect(nextEffects({ plan, tasks: [cancelled] })).toHaveLength(1);
    expect(nextEffects({ plan, tasks: [done("search", { openedOn: day("2026-12-05") })] })).toHaveLength(1);
    expect(nextEffects({ plan, tasks: [done("search", { verb: "export" })] })).toHaveLength(1);
  });
});

describe("what is told", () => {
  const answered = { on: begunOn, counts: {}, files: 0 };
  const tasks = [
    done("search"),
    done("product", { answered: { ...answered, answer: "not_found" } }),
    done("mail", { answered: { ...answered, answer: "exception" } }),
  ];
  test("each line by its system's answer, and what is kept beside it", () => {
    const told = erasureLinesTold({ plan, tasks }, { mail: "a court ordered it kept" });
    expect(told.map(({ system, outcome }) => [system, outcome])).toEqual([
      ["search", "erased"],
      ["product", "not_found"],
      ["product", "not_found"],
      ["mail", "exception"],
      ["billing", "kept_while"],
    ]);
    expect(told[3]?.because).toBe("a court ordered it kept");
    expect(erasureLinesTold({ plan, tasks }, {})[3]?.because).toBe("");
    expect(isErasureOwed({ plan, tasks })).toBe(false);
    expect(isErasureOwed({ plan, tasks: tasks.slice(1) })).toBe(true);
    expect(erasureLinesTold({ plan: null, tasks }, {})).toEqual([]);
    expect(isErasureOwed({ plan: null, tasks })).toBe(false);
  });

  test("where was looked, by what, and on which day last", () => {
    const looked = done("search", {
      id: "l",
      verb: "look_up",
      answered: { ...answered, on: day("2026-12-05"), answer: "done" },
    });
    const identifiers = { search: ["email", "name"] };
    expect(erasureSearched({ plan: { ...plan, identifiers }, tasks: [looked, ...tasks] })).toEqual([
      { system: "search", systemName: "Search", identifiers: ["email", "name"], on: "2026-12-05" },
      { system: "product", systemName: "Product", identifiers: [], on: "2026-12-07" },
    ]);
    expect(erasureSearched({ plan: null, tasks })).toEqual([]);
  });

  test("what looking found goes into the plan; a refusal to look says nothing", () => {
    const look = (system: string, answer: "done" | "not_found" | "exception", counts = {}) =>
      erasingTask({ id: system, system, verb: "look_up", answered: { ...answered, answer, counts } });
    const seen = [look("a", "done", { account: 3 }), look("b", "not_found"), look("c", "exception"), done("d")];
    expect(countsFound({ tasks: [...seen, erasingTask({ verb: "look_up", ...waits })] })).toEqual({
      a: { account: 3 },
      b: {},
    });
  });
});

test("a released plan has a day until it begins or the request ends", () => {
  expect(erasesFrom({ plan: aPlan({ released }), state: "in_progress" })).toBe(begunOn);
  expect(erasesFrom({ plan: aPlan({ released }), state: "withdrawn" })).toBeNull();
  expect(erasesFrom({ plan: aPlan(), state: "in_progress" })).toBeNull();
  expect(erasesFrom({ plan, state: "in_progress" })).toBeNull();
  expect(erasesFrom({ plan: null, state: "in_progress" })).toBeNull();
});

test.each(settledWithoutErasing)("nothing is owed where nothing was planned, or where it is refused", (given) => {
  expect(planNeeds.erasure_settled({ ...aContext(), ...given })).toBeNull();
});

describe("the plan that stands", () => {
  const made = { type: "ErasurePlanned", known: {}, identifiers: {}, lines, holes: [] } as const;
  const on = { day: day("2026-12-05"), actorId: "somebody" };
  test("is the newest, and waits for release", () => {
    expect(planAfter(plan, made, on)).toMatchObject({
      by: "somebody",
      plannedOn: "2026-12-05",
      released: null,
      begunOn: null,
    });
    expect(planAfter(null, made, { ...on, actorId: null })?.by).toBe("");
  });
  test("is none once it is returned, and nothing happens to none", () => {
    expect(planAfter(plan, { type: "ErasurePlanReturned", messageId: "m" }, on)).toBeNull();
    expect(planAfter(null, { type: "ErasureBegun" }, on)).toBeNull();
  });
  test("is released for a day, and begins", () => {
    const out = planAfter(aPlan(), { type: "ErasurePlanReleased", effectsFrom: begunOn }, on);
    expect(out?.released).toEqual({ on: "2026-12-05", effectsFrom: begunOn });
    expect(planAfter(out, { type: "ErasureBegun" }, { ...on, day: begunOn })?.begunOn).toBe(begunOn);
  });
});

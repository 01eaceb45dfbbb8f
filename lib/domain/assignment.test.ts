import { describe, expect, it } from "vitest";
import type { StaffRole } from "./actor";
import { type AssignmentRule, entersWork, fittingRules, isWork, namedBy, takersOf, whoseTurn } from "./assignment";
import { calendarDate } from "./calendar-date";
import type { Colleague } from "./cover";
import { aReceipt, filedOn, someFacts } from "./test-request";

const rule = (given: Partial<AssignmentRule>): AssignmentRule => ({
  id: "r",
  name: "Everything",
  rights: [],
  regimes: [],
  languages: [],
  relations: [],
  places: [],
  staffIds: [],
  role: "handler",
  ...given,
});
const facts = someFacts({ received: aReceipt({ language: "de" }) });
const confirmed = [{ kind: "contact_confirmed", on: filedOn }] as const;

describe("which rules fit", () => {
  it("an empty rule fits everything, and the organisation's order stays", () => {
    const rules = [rule({ id: "b" }), rule({ id: "a" })];
    expect(fittingRules(rules, facts)).toEqual(rules);
  });

  it.each([
    [{ rights: ["access", "erasure"] }, true],
    [{ rights: ["erasure"] }, false],
    [{ languages: ["de"], regimes: ["eu_gdpr"] }, true],
    [{ languages: ["de"], regimes: ["uk_gdpr"] }, false],
    [{ relations: ["self"] }, true],
    [{ relations: ["agent"] }, false],
    [{ places: ["DE", "US-CA"] }, true],
    [{ places: ["US-CA"] }, false],
    [{ languages: ["en"] }, false],
  ])("%o: %s", (given, fits) => {
    expect(fittingRules([rule(given)], facts)).toHaveLength(fits ? 1 : 0);
  });
});

describe("a rule for a place", () => {
  it.each([
    [{ country: "US", region: "US-CA" }, ["US-CA"], true],
    [{ country: "US", region: "CA" }, ["US-CA"], true],
    [{ country: "US", region: "US-CA" }, ["US"], true],
    [{ country: "US", region: "US-NY" }, ["US-CA"], false],
    [{ country: "CA", region: null }, ["US-CA"], false],
  ])("%o is in %o: %s", (lives, places, fits) => {
    const asked = someFacts({ received: aReceipt(lives) });
    expect(fittingRules([rule({ places })], asked)).toHaveLength(fits ? 1 : 0);
  });
});

describe("whom a rule gives to", () => {
  const day = calendarDate("2026-12-04");
  const one = (id: string, roles: StaffRole[], coverId?: string | null): Colleague => {
    return { id, roles, disabled: false, away: coverId === undefined ? null : { from: day, until: day, coverId } };
  };
  const ids = (people: readonly Colleague[]) => people.map(({ id }) => id);
  const team = [
    one("away", ["handler"], "cover"),
    one("cover", ["handler"]),
    one("lost", ["handler", "dpo"], "dpo"),
    one("dpo", ["dpo"]),
    one("eye", ["auditor"]),
  ];
  it.each<[string, Partial<AssignmentRule>, string[], string[]]>([
    ["the cover of whom it names", { staffIds: ["away"], role: null }, ["away"], ["cover"]],
    ["one person once", { staffIds: ["away", "cover"], role: null }, ["away", "cover"], ["cover"]],
    ["a cover of another role, where people are named", { staffIds: ["lost"], role: null }, ["lost"], ["dpo"]],
    ["only who holds the role, where that is named", {}, ["away", "cover", "lost"], ["cover"]],
    ["nobody who can only look", { role: "auditor" }, [], []],
    ["nobody where it says nobody", { role: null }, [], []],
  ])("%s", (_, given, named, takers) => {
    expect(ids(namedBy(rule(given), team))).toEqual(named);
    expect(ids(takersOf(rule(given), team, day))).toEqual(takers);
  });
});

describe("whose turn it is", () => {
  const one = (staffId: string, open: number, lastTurn: number) => ({ staffId, open, lastTurn });
  it.each([
    ["the fewest open", [one("a", 2, 0), one("b", 1, 9)], "b"],
    ["of equals whoever waited longest", [one("a", 1, 4), one("b", 1, 3)], "b"],
    ["of those who never had one, by id", [one("b", 0, 0), one("a", 0, 0), one("c", 0, 0)], "a"],
    ["nobody of nobody", [], null],
  ])("%s", (_, candidates, next) => expect(whoseTurn(candidates)).toBe(next));
});

describe("when rules are asked", () => {
  const work = someFacts({ state: "open", proofs: [...confirmed, { kind: "data_points_matched", on: filedOn }] });
  it("when it becomes work and nobody has it", () => {
    expect([isWork(someFacts()), isWork(someFacts({ state: "open", proofs: confirmed })), isWork(work)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(isWork(someFacts({ state: "answer_prepared" }))).toBe(true);
    expect([entersWork(null, work), entersWork(someFacts(), work), entersWork(work, work)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(entersWork(null, { ...work, assignedTo: "a" })).toBe(false);
    expect(entersWork(null, someFacts())).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { type AssignmentRule, entersWork, fittingRules, isWork, whoseTurn } from "./assignment";
import { aReceipt, filedOn, someFacts } from "./test-request";

const rule = (given: Partial<AssignmentRule>): AssignmentRule => ({
  id: "r",
  name: "Everything",
  rights: [],
  regimes: [],
  languages: [],
  relations: [],
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
    [{ languages: ["en"] }, false],
  ])("%o: %s", (given, fits) => {
    expect(fittingRules([rule(given)], facts)).toHaveLength(fits ? 1 : 0);
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

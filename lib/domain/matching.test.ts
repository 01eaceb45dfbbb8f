import { describe, expect, it } from "vitest";
import type { AskedRight } from "./events";
import { firstUnmetNeed } from "./lifecycle-needs";
import { canonicalPoint, type Matching, matchAsked, matchWanted, pointsUsable } from "./matching";
import { demandOf, raised } from "./proof-policy";
import type { RegimeId } from "./regime";
import type { Right } from "./right";
import { aContext, aReceipt, filedOn, someFacts } from "./test-request";
import type { ProofKind, Relation } from "./verification";

const asks = (right: Right, regime: RegimeId = "eu_gdpr", relation: Relation = "self"): AskedRight => ({
  right,
  ...demandOf({ right, relation, regimes: [regime] }),
});
const held = (...kinds: ProofKind[]) =>
  ["contact_confirmed", ...kinds].map((kind) => ({ kind: kind as ProofKind, on: filedOn }));
const facts = (rights: readonly AskedRight[], kinds: readonly ProofKind[] = [], relation: Relation = "self") =>
  someFacts({ received: aReceipt({ rights, relation }), rights, proofs: held(...kinds), state: "open" });
const matching: Matching = {
  source: { kind: "file", path: "people.csv" },
  points: [
    { id: "number", label: "Customer number" },
    { id: "postcode", label: "Postcode", labelDe: "Postleitzahl", disputedBy: ["address", "moved"] },
    { id: "bill", label: "Last bill" },
  ],
};
const idsOf = (rights: readonly AskedRight[], given: Partial<Parameters<typeof matchAsked>[1]> = {}) =>
  matchAsked(matching, { facts: facts(rights), details: null, ...given })?.points.map(({ id }) => id) ?? null;

describe("what comparing would prove", () => {
  it("two points where one match is enough, three where California wants them", () => {
    expect(matchWanted(facts([asks("access")]))).toEqual({ kind: "data_points_matched", points: 2 });
    const three = { kind: "three_points_matched", points: 3 };
    expect(matchWanted(facts([asks("access", "us_ca_ccpa")]))).toEqual(three);
    expect(matchWanted(facts([asks("erasure"), asks("access", "us_ca_ccpa")]))).toEqual(three);
    expect(matchWanted(facts([asks("erasure", "us_ca_ccpa")]))?.points).toBe(2);
  });

  it("ATK-I1: a raised demand asks for three points only once the person has shown what everybody must", () => {
    const base = asks("access");
    const odd = { ...base, ...raised(base, "self") };
    const stranger = someFacts({
      received: aReceipt({ rights: [base] }),
      rights: [odd],
      proofs: held(),
      state: "open",
    });
    expect(matchWanted(stranger)).toEqual(matchWanted(facts([base])));
    const known = { ...stranger, proofs: held("address_on_file") };
    expect(matchWanted(known)).toEqual({ kind: "data_points_matched", points: 3 });
  });

  it("nothing where nothing is missing, nothing may be asked, or somebody asks for another", () => {
    expect(matchWanted(facts([asks("access")], ["signed_in"]))).toBeNull();
    expect(matchWanted(facts([asks("marketing_objection"), asks("objection")]))).toBeNull();
    expect(matchWanted(facts([asks("access", "eu_gdpr", "agent")], [], "agent"))).toBeNull();
    expect(matchWanted(facts([{ right: "access", level: 2 }]))).toBeNull();
  });

  it("ATK-I5: what was granted is shown anew before it opens, and nothing else is", () => {
    const rights = [asks("access"), asks("erasure")];
    const outcomes = [
      { right: "access", outcome: "granted", ground: null },
      { right: "erasure", outcome: "refused", ground: "law" },
    ] as const;
    const proven = facts(rights, ["address_on_file"]);
    expect(matchWanted(proven)).toBeNull();
    expect(matchWanted({ ...proven, outcomes, state: "answered" })).toEqual({ kind: "data_points_matched", points: 2 });
    const refused = outcomes.map((one) => ({ ...one, outcome: "refused" as const }));
    expect(matchWanted({ ...proven, outcomes: refused, state: "closed" })).toBeNull();
  });
});

describe("what is asked", () => {
  it("as many points as are needed, in the organisation's order", () => {
    expect(idsOf([asks("access")])).toEqual(["number", "postcode"]);
    expect(idsOf([asks("access", "us_ca_ccpa")])).toEqual(["number", "postcode", "bill"]);
  });

  it("11 CCR §7060: what a correction disputes is not used to verify it", () => {
    const correction = (wrong: string) => ({ details: { rectification: { wrong, right: "" } } });
    expect(idsOf([asks("rectification")], correction("I have MOVED."))).toEqual(["number", "bill"]);
    expect(idsOf([asks("rectification")], correction("Die Postleitzahl stimmt nicht"))).toEqual(["number", "bill"]);
    expect(idsOf([asks("rectification")], correction("My name"))).toEqual(["number", "postcode"]);
    expect(idsOf([asks("rectification")], {})).toEqual(["number", "postcode"]);
    expect(idsOf([asks("access")], correction("I have moved."))).toEqual(["number", "postcode"]);
    expect(idsOf([asks("access")], { details: {} })).toEqual(["number", "postcode"]);
    expect(idsOf([asks("rectification")], { details: {} })).toEqual(["number", "postcode"]);
  });

  it("nothing where too few points are left, or there is nothing to compare with", () => {
    const wrong = { details: { rectification: { wrong: "postcode and customer number" } } };
    expect(idsOf([asks("rectification")], wrong)).toBeNull();
    expect(
      idsOf([asks("access", "us_ca_ccpa"), asks("rectification")], {
        details: { rectification: { wrong: "postcode" } },
      }),
    ).toBeNull();
    expect(matchAsked(undefined, { facts: facts([asks("access")]), details: null })).toBeNull();
    expect(pointsUsable(undefined, { facts: facts([asks("access")]), details: null })).toBe(0);
    expect(pointsUsable(matching, { facts: facts([asks("access")]), details: null })).toBe(3);
  });
});

it("points are compared without case, accents, spaces and signs", () => {
  expect(canonicalPoint(" ai 40-213 ")).toBe(canonicalPoint("AI–40213"));
  expect(canonicalPoint("Grüße")).toBe(canonicalPoint("GRUSSE".replace("SS", "ß")));
  expect(canonicalPoint("10115")).not.toBe(canonicalPoint("10117"));
  expect(canonicalPoint(" -/ ")).toBe("");
});

it("ATK-I7: whoever guessed too often is done with guessing, and can still sign in or declare", () => {
  const facts = someFacts({ matchFailures: 10 });
  const after = (kind: ProofKind | null) => firstUnmetNeed(["tries_left"], aContext({ facts, kind }));
  expect([after(null), after("data_points_matched"), after("three_points_matched")]).toEqual(
    Array(3).fill("tries_over"),
  );
  expect([after("signed_in"), after("declaration")]).toEqual([null, null]);
});

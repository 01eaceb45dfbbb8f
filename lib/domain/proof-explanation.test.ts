import { describe, expect, it } from "vitest";
import type { AskedRight } from "./events";
import {
  askableKinds,
  explainDemand,
  explainRule,
  explainToPerson,
  explainToStaff,
  fitsRelation,
  kindsThatHelp,
  sameExplained,
} from "./proof-explanation";
import { demandOf, proofRule, raised } from "./proof-policy";
import { regimeIds } from "./regime";
import { rights } from "./right";
import { aReceipt, filedOn, someFacts } from "./test-request";
import { isSatisfied, type ProofKind, proofKinds, type Relation, relations } from "./verification";

const demand = demandOf({ right: "access", relation: "self", regimes: ["eu_gdpr"] });
const access: AskedRight = { right: "access", ...demand };
const question = { right: "access", relation: "self", regimes: ["eu_gdpr"] } as const;
const held = (...kinds: ProofKind[]) => kinds.map((kind) => ({ kind, on: filedOn }));
const receipt = aReceipt({ rights: [access] });
const odd = { received: receipt, rights: [{ ...access, ...raised(demand, "self") }] };

describe("the explanation of what a right needs", () => {
  it("stands on the same rule as the guard, for every right, law and relation", () => {
    for (const right of rights) {
      for (const regime of regimeIds) {
        for (const relation of relations) {
          const asked = { right, relation, regimes: [regime] };
          const { level, reason, citation, ways, ask, standing, raised } = explainRule(asked);
          const rule = proofRule(asked);
          const said = { level, reason, citation, ask, ways: ways.map(({ way }) => way), regime: rule.regime };
          expect(said).toEqual({ ...rule, ways: [...rule.ways].sort((a, b) => a.length - b.length) });
          expect([standing, raised]).toEqual([rule.level === 0 ? "none_needed" : "address", false]);
        }
      }
    }
  });

  it("says what is held and what is missing on each way, the nearest first", () => {
    const californian = { ...question, regimes: ["us_ca_ccpa"] as const };
    const said = explainDemand(californian, demandOf(californian), ["contact_confirmed", "three_points_matched"]);
    expect(said.standing).toBe("missing");
    expect(said.ways.map(({ missing }) => missing)).toEqual([
      ["signed_in"],
      ["declaration"],
      ["document_checked", "declaration"],
    ]);
  });

  it("says enough exactly where the guard does", () => {
    for (const kinds of [[], ["contact_confirmed"], ["contact_confirmed", "signed_in"], ["signed_in"]] as const) {
      const enough = explainDemand(question, demand, kinds).standing === "enough";
      expect([kinds, enough]).toEqual([kinds, isSatisfied(demand, kinds, "self")]);
    }
  });

  it("has no ways for the oldest records, which are judged by their level", () => {
    const old = explainDemand(question, { level: 2 }, ["contact_confirmed", "signed_in"]);
    expect([old.ways, old.standing]).toEqual([[], "enough"]);
  });
});

describe("what a raised demand tells whom", () => {
  const signals = ["new_address", "agent_volume"] as const;

  it("ATK-I1: staff see the demand, what raised it and what the person reads meanwhile; the person sees what all see", () => {
    const facts = someFacts({ ...odd, signals, proofs: held("contact_confirmed") });
    const [toStaff] = explainToStaff(facts);
    expect([toStaff?.level, toStaff?.base, toStaff?.raised, toStaff?.raisedBy]).toEqual([3, 2, true, ["new_address"]]);
    const [toPerson] = explainToPerson(facts);
    expect(toStaff?.shown).toEqual(toPerson);
    const plain = someFacts({ received: receipt, proofs: held("contact_confirmed") });
    expect(explainToPerson(facts)).toEqual(explainToPerson(plain));
  });

  it("the person reads it once they have shown what everybody must", () => {
    const facts = someFacts({ ...odd, signals, proofs: held("contact_confirmed", "address_on_file") });
    expect(explainToStaff(facts)[0]?.shown).toBeNull();
    const [toPerson] = explainToPerson(facts);
    expect([toPerson?.level, toPerson?.raised, toPerson?.standing]).toEqual([3, true, "missing"]);
    expect(toPerson?.ways[0]?.missing).toHaveLength(1);
  });

  it("11 CCR §7061(b), ATK-I1: what raised the same level, and that the person still reads that the account is enough", () => {
    const regimes = ["us_ca_ccpa"] as const;
    const high = demandOf({ ...question, regimes });
    const asked = { right: "access", ...high } as const;
    const more = { ...asked, ...raised(high, "self") };
    const californian = aReceipt({ rights: [asked], regimes });
    const facts = someFacts({ received: californian, rights: [more], signals: ["new_address"] });
    const seen = (...kinds: ProofKind[]) => ({ ...facts, proofs: held("contact_confirmed", ...kinds) });
    const [toStaff] = explainToStaff(seen());
    expect([toStaff?.level, toStaff?.base, toStaff?.raised, toStaff?.raisedBy]).toEqual([3, 3, true, ["new_address"]]);
    expect(toStaff?.shown).toMatchObject({ level: 3, raised: false });
    expect(toStaff?.shown?.ways).toContainEqual({ way: ["signed_in"], missing: ["signed_in"] });
    const [toPerson] = explainToPerson(seen("signed_in"));
    expect([toPerson?.raised, toPerson?.standing]).toEqual([true, "missing"]);
    expect(explainToStaff(seen("signed_in"))[0]?.shown).toBeNull();
  });

  it("nothing raised has nothing that raised it, and a right that the receipt does not know stands by itself", () => {
    const [same] = explainToStaff(someFacts({ received: receipt, signals: ["new_address"] }));
    expect([same?.base, same?.raisedBy, same?.shown]).toEqual([2, [], null]);
    const [alone] = explainToStaff(someFacts({ received: aReceipt({ rights: [] }), rights: [access] }));
    expect([alone?.base, alone?.level]).toEqual([2, 2]);
  });
});

it("rights of which the same is said are said once", () => {
  const said = (["access", "objection", "erasure"] as const).map((right) => explainRule({ ...question, right }));
  expect(sameExplained(said).map((group) => group.map(({ right }) => right))).toEqual([
    ["access", "erasure"],
    ["objection"],
  ]);
});

it("what helps and what may be asked for is said for the rights that lack something, and for no other", () => {
  const two = (...kinds: ProofKind[]) =>
    (["access", "withdraw_consent"] as const).map((right) => {
      const asked = { right, relation: "self", regimes: ["us_ca_ccpa"] } as const;
      return explainDemand(asked, demandOf(asked), kinds);
    });
  expect(kindsThatHelp(two())).toEqual(["signed_in", "three_points_matched", "declaration", "document_checked"]);
  expect(kindsThatHelp(two("contact_confirmed", "three_points_matched"))[1]).toBe("declaration");
  expect(askableKinds(two())).toEqual(["signed_in", "three_points_matched", "declaration"]);
  const whole = two("contact_confirmed", "signed_in");
  expect([kindsThatHelp(whole), askableKinds(whole)]).toEqual([[], []]);
});

it("what says nothing about whoever asks is not offered, and what a way needs always is", () => {
  const fitting = (relation: Relation) =>
    (Object.keys(proofKinds) as ProofKind[]).filter((kind) => fitsRelation(kind, relation));
  expect(fitting("self")).not.toEqual(expect.arrayContaining(["power_of_attorney"]));
  expect(fitting("guardian")).not.toEqual(expect.arrayContaining(["confirmed_by_person"]));
  expect(fitting("agent")).toHaveLength(Object.keys(proofKinds).length);
  for (const regime of regimeIds) {
    for (const relation of relations) {
      for (const right of rights) {
        const needed = proofRule({ right, relation, regimes: [regime] }).ways.flat();
        expect(fitting(relation)).toEqual(expect.arrayContaining([...needed]));
      }
    }
  }
});

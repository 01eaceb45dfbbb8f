import { describe, expect, it } from "vitest";
import type { RetentionRule } from "../retention-rule";
import { dpvRights } from "./dpv";
import { manifestOf, sumsOf } from "./manifest";
import { categoriesHeld, decisionsTold, type PackageFacts, summaryGaps } from "./summary-facts";

const account: RetentionRule = {
  category: "account",
  name: "Account",
  rule: { kind: "after_account_end", days: 90 },
  legalBasis: "contract",
  purpose: "To run your account",
  source: "From you",
};
const billing: RetentionRule = {
  category: "billing",
  name: "Bills",
  rule: { kind: "from_creation", period: { years: 7 } },
  legalBasis: "legal_obligation",
};
const profile: PackageFacts["profile"] = {
  name: "Example",
  timeZone: "Europe/Berlin",
  contacts: { email: "privacy@example.com" },
  rights: [{ right: "access" }],
  retention: [account, billing],
  recipients: [{ id: "crm", name: "A CRM", kind: "processor", categories: ["billing", "odd"] }],
  safeguards: [],
  storageLocation: { text: "Germany", euOnRequest: false },
};
const part = (category: string, rows = 1) => ({ system: "s", category, rows });

describe("GDPR Art. 15(1): what the summary tells of each category", () => {
  it("stands in the schedule's order with its purpose, basis, source, receivers and period", () => {
    const held = categoriesHeld(profile, [part("billing"), part("account")]);
    expect(held.map(({ name, purpose, source, recipients }) => [name, purpose, source, recipients.length])).toEqual([
      ["Account", "To run your account", "From you", 0],
      ["Bills", null, null, 1],
    ]);
  });
  it("a category in which nothing was found is not held", () => {
    expect(categoriesHeld(profile, [part("account", 0)])).toEqual([]);
  });
  it("what came out under a category that no schedule knows is told too, and is a gap", () => {
    const held = categoriesHeld(profile, [part("odd")]);
    expect(held).toMatchObject([{ category: "odd", name: "odd", rule: null, legalBasis: null }]);
    expect(held[0]?.recipients.map(({ name }) => name)).toEqual(["A CRM"]);
    expect(summaryGaps({ ...profile, automatedDecisions: [] }, held)).toEqual([
      { duty: "purposes", category: "odd" },
      { duty: "storage_period", category: "odd" },
      { duty: "sources", category: "odd" },
    ]);
  });
  it("what the profile says leaves no gap but that of decisions nobody wrote down", () => {
    expect(summaryGaps(profile, categoriesHeld(profile, [part("account")]))).toEqual([{ duty: "automated_decisions" }]);
  });
});

it("W10: decisions by machines are some, none, or not written down", () => {
  const some = [{ name: "Scoring", logic: "Points", consequences: "A limit" }];
  expect(decisionsTold(profile).told).toBe("unsaid");
  expect(decisionsTold({ ...profile, automatedDecisions: [] }).told).toBe("none");
  expect(decisionsTold({ ...profile, automatedDecisions: some })).toEqual({ told: "some", list: some });
});

describe("the manifest", () => {
  const facts: PackageFacts = {
    profile,
    reference: "H4K2-9QTM-7",
    language: "en",
    regime: "eu_gdpr",
    country: "DE",
    asked: ["access", "portability", "opt_out_sale_sharing"],
    askedOn: "2026-12-04" as PackageFacts["askedOn"],
    madeOn: "2026-12-10" as PackageFacts["madeOn"],
    searched: [
      { id: "s", name: "S", outcome: "found", identifiers: ["email"], searchedAt: new Date("2026-12-08T14:05:00Z") },
      { id: "t", name: "T", outcome: "exception", identifiers: [], searchedAt: null, reason: "closed" },
    ],
  };
  it("names each file with its sum, what was searched and when, and terms of the DPV", () => {
    const files = [{ path: "README.txt", kind: "readme" as const, bytes: 3, sha256: "ab" }];
    const categories = categoriesHeld(profile, [part("account"), part("billing"), part("odd")]);
    const manifest = manifestOf(facts, { files, categories, madeAt: new Date("2026-12-10T09:30:00Z") });
    expect(manifest).toMatchObject({
      rights: ["eu-gdpr:A15", "eu-gdpr:A20"],
      madeAt: "2026-12-10T09:30:00.000Z",
      searched: [
        { system: "s", searchedAt: "2026-12-08T14:05:00.000Z" },
        { system: "t", searchedAt: null, reason: "closed" },
      ],
      categories: [
        { category: "account", legalBasis: "eu-gdpr:A6-1-b", purpose: "To run your account", source: "From you" },
        { category: "billing", legalBasis: "eu-gdpr:A6-1-c", recipients: ["A CRM"] },
        { category: "odd" },
      ],
      files,
    });
    expect(manifest.categories[2]).not.toHaveProperty("legalBasis");
  });
  it("a right without a term of its own is left out, and two with the same term say it once", () => {
    expect(dpvRights(["objection", "marketing_objection", "opt_out_ai_training"])).toEqual(["eu-gdpr:A21"]);
  });
  it("the sums read as sha256sum writes them", () => {
    expect(sumsOf([{ path: "a b.txt", sha256: "ab" }])).toBe("ab  a b.txt\n");
  });
});

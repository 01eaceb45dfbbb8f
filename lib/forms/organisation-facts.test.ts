// Each fact of the three published policies stands in the organisation's file. Ids are those of docs/journeys.md.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { complaintRoute } from "@/lib/domain/authorities";
import type { OrganisationProfile } from "@/lib/domain/organisation";
import type { RetentionRule } from "@/lib/domain/retention-rule";
import type { Right } from "@/lib/domain/right";
import { parseOrganisation } from "./organisation";

function example(slug: string): OrganisationProfile {
  const text = readFileSync(new URL(`../../examples/organisations/${slug}.json`, import.meta.url), "utf8");
  const parsed = parseOrganisation(JSON.parse(text));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes, null, 2));
  return parsed.profile;
}

function offers(profile: OrganisationProfile, right: Right): boolean {
  return profile.rights.some((offered) => offered.right === right);
}

function kept(profile: OrganisationProfile, category: string): RetentionRule {
  const line = profile.retention.find((rule) => rule.category === category);
  if (!line) throw new Error(`no retention for ${category}`);
  return line;
}

describe("AImarkOS", () => {
  const profile = example("aimarkos");

  const promised: [id: string, right: Right][] = [
    ["A1", "access"],
    ["A2", "rectification"],
    ["A3", "erasure"],
    ["A4", "portability"],
    ["A5", "marketing_objection"],
    ["A6", "restriction"],
    ["A7", "withdraw_consent"],
    ["A11", "opt_out_sale_sharing"],
  ];
  test.each(promised)("%s offers %s", (_id, right) => {
    expect(offers(profile, right)).toBe(true);
  });
  test("A8 has a privacy address for requests by e-mail", () => {
    expect(profile.contacts.email).toBe("privacy@aimarkos.example.com");
  });
  test("A9 promises an answer within 30 days", () => {
    expect(profile.promise).toMatchObject({ days: 30, text: expect.stringContaining("30 days") });
  });
  test("A10 says that identity may have to be checked first", () => {
    expect(profile.identity.text).toContain("check that it is you");
  });
  test("A11 is under Californian law and says that nothing is sold", () => {
    expect(profile.regimes).toContain("us_ca_ccpa");
    expect(profile.sale).toMatchObject({ sells: "nothing", statement: expect.stringContaining("do not sell") });
  });
  test("A12 keeps the account 90 days, campaigns 24 months by plan, agent logs 30 days, billing 7 years, inbox 12 months", () => {
    expect(kept(profile, "account").rule).toEqual({ kind: "after_account_end", days: 90 });
    expect(kept(profile, "campaigns")).toMatchObject({
      rule: { kind: "from_creation", period: { months: 24 } },
      configurable: true,
    });
    expect(kept(profile, "agent_logs").rule).toEqual({ kind: "from_creation", period: { days: 30 } });
    expect(kept(profile, "billing").rule).toEqual({ kind: "from_creation", period: { years: 7 } });
    expect(kept(profile, "inbox")).toMatchObject({
      rule: { kind: "from_creation", period: { months: 12 } },
      note: expect.stringContaining("unless it is deleted earlier"),
    });
    expect(kept(profile, "inbox").lawfulException).toBeUndefined();
  });
  test("A13 names the law for what is kept longer", () => {
    expect(kept(profile, "billing").lawfulException?.law).toContain("Art. 17(3)(b)");
    expect(profile.erasure.text).toContain("what, why and until when");
  });
  test("A14 is under the laws of the EEA, the United Kingdom and Switzerland", () => {
    expect(profile.regimes).toEqual(["eu_gdpr", "uk_gdpr", "ch_fadp", "us_ca_ccpa"]);
  });
  test("A15 is not for people under 18 and deletes on contact", () => {
    expect(profile.child).toMatchObject({ under: 18, rule: "delete_on_contact" });
  });
  test("A16 names TLS, AES-256, roles and least privilege", () => {
    expect(profile.safeguards.join("\n")).toMatch(/TLS[\s\S]*AES-256[\s\S]*role[\s\S]*Least privilege/);
  });
  test("A17 announces changes 14 days before, by e-mail and prominent notice", () => {
    expect(profile.noticeOfChange).toMatchObject({ days: 14, channels: ["email", "prominent_notice"] });
  });
  test("A18 points to the preference page", () => {
    expect(profile.marketingPreferencePage?.text).toContain("preference page");
  });
  test("A19 is a processor for its clients' sub-accounts", () => {
    expect(profile.processorRoles.map((role) => role.id)).toEqual(["client_sub_accounts"]);
  });
  test("A20 tells ad platforms, CRMs and mail providers", () => {
    expect(profile.recipients.map((recipient) => recipient.id)).toEqual(["ad_platforms", "crms", "mail_providers"]);
    expect(profile.recipients.every((recipient) => recipient.kind === "integration")).toBe(true);
  });
});

describe("aiworksforus", () => {
  const profile = example("aiworksforus");

  const promised: [id: string, right: Right][] = [
    ["W1", "access"],
    ["W2", "rectification"],
    ["W3", "erasure"],
    ["W4", "portability"],
    ["W5", "objection"],
    ["W5", "marketing_objection"],
    ["W6", "restriction"],
    ["W7", "withdraw_consent"],
    ["W9", "opt_out_sale_sharing"],
    ["W10", "automated_decision_review"],
    ["W11", "opt_out_ai_training"],
    ["W12", "bias_report"],
  ];
  test.each(promised)("%s offers %s", (_id, right) => {
    expect(offers(profile, right)).toBe(true);
  });
  test("W1 confirms first whether data is used at all", () => {
    expect(profile.rights.find((offered) => offered.right === "access")?.hint).toContain("whether we use data");
  });
  test("W3 keeps what a law demands, and names it", () => {
    expect(kept(profile, "financial").lawfulException?.law).toContain("Art. 17(3)(b)");
  });
  test("W8 knows an authority for each law it is under", () => {
    for (const law of profile.regimes) expect(complaintRoute(law, "DE").authorities).not.toHaveLength(0);
  });
  test("W9 tells what was collected, sold and disclosed, and does not discriminate", () => {
    expect(profile.regimes).toContain("us_ca_ccpa");
    expect(profile.sale.statement).toMatch(/collected, sold or disclosed/);
    expect(profile.sale.noDiscrimination).toContain("never treat you differently");
  });
  test("W10 names scoring, routing, moderation and anomaly", () => {
    const hint = profile.rights.find((offered) => offered.right === "automated_decision_review")?.hint;
    expect(hint).toMatch(/score.*sent.*moderated.*anomaly/);
  });
  test("W13 has four doors: account settings, portal, the DPO's e-mail, telephone", () => {
    expect(profile.contacts).toMatchObject({
      accountSettings: { url: expect.stringMatching(/^https:/) },
      dpo: { name: "Data Protection Officer", email: "dpo@aiworksforus.example.com" },
      telephone: expect.stringMatching(/^\+1/),
    });
  });
  test("W14 promises 30 days or what the law requires, under every law that Habeas knows", () => {
    expect(profile.promise).toMatchObject({ days: 30, text: expect.stringContaining("or sooner where the law") });
    expect(profile.regimes).toHaveLength(14);
    expect(profile.publishedPeriodDays).toBe(30);
  });
  test("W15 asks for documents only when required and destroys them", () => {
    expect(profile.identity.documents).toBe("when_required");
    expect(profile.identity.text).toContain("destroy");
  });
  test("W16 keeps account 90 days, financial 7 years, communication 3, usage 2, security 1, marketing until withdrawal or 5", () => {
    expect(kept(profile, "account").rule).toEqual({ kind: "after_account_end", days: 90 });
    expect(kept(profile, "financial").rule).toEqual({ kind: "from_creation", period: { years: 7 } });
    expect(kept(profile, "communications").rule).toEqual({ kind: "from_creation", period: { years: 3 } });
    expect(kept(profile, "usage")).toMatchObject({
      rule: { kind: "from_creation", period: { years: 2 } },
      remainsAnonymised: expect.stringContaining("totals"),
    });
    expect(kept(profile, "security_logs").rule).toEqual({ kind: "from_creation", period: { years: 1 } });
    expect(kept(profile, "marketing").rule).toEqual({
      kind: "until_withdrawal_or",
      period: { years: 5 },
      after: "last_interaction",
    });
  });
  test("W17 deletes within 30 days, overwrites backups within 90, anonymised data may remain", () => {
    expect(profile.erasure).toMatchObject({ withinDays: 30, anonymisedMayRemain: true });
    expect(profile.backups).toEqual({ overwrittenWithinDays: 90 });
  });
  test("W18 checks parental authority under 16", () => {
    expect(profile.child).toMatchObject({ under: 16, rule: "guardian_verified" });
  });
  test("W19 demands a second factor, roles, least privilege and logs", () => {
    expect(profile.mfaRequired).toBe(true);
    expect(profile.safeguards.join("\n")).toMatch(/second factor[\s\S]*role[\s\S]*Least privilege[\s\S]*log/);
  });
  test("W20 lets people choose language and time zone", () => {
    expect(profile.preferences).toEqual({ language: true, timeZone: true });
  });
  test("W21 stores in the EU on request", () => {
    expect(profile.storageLocation.euOnRequest).toBe(true);
  });
  test("W22 archives versions and gives 30 days' notice", () => {
    expect(profile.noticeOfChange).toMatchObject({ days: 30, archivedOnRequest: true });
    expect(profile.notices.map((notice) => notice.version)).toEqual(["1", "2"]);
  });
  test("W23 says that breach notices are not done here", () => {
    expect(profile.notCovered.join()).toContain("within 72 hours");
  });
  test("is at home in New York", () => {
    expect(profile.timeZone).toBe("America/New_York");
    expect(profile.establishment).toEqual({ country: "US", region: "NY" });
  });
});

describe("Ares", () => {
  const profile = example("ares");

  const promised: [id: string, right: Right][] = [
    ["R1", "access"],
    ["R2", "rectification"],
    ["R3", "erasure"],
    ["R4", "portability"],
    ["R5", "marketing_objection"],
  ];
  test.each(promised)("%s offers %s", (_id, right) => {
    expect(offers(profile, right)).toBe(true);
  });
  test("R6 removes within 30 days of account deletion, except by law or for billing", () => {
    expect(kept(profile, "account").rule).toEqual({ kind: "after_account_end", days: 30 });
    expect(profile.erasure).toMatchObject({ withinDays: 30, text: expect.stringContaining("law or billing") });
    expect(kept(profile, "billing").lawfulException).toBeDefined();
  });
  test("R7 isolates tenants", () => {
    expect(profile.safeguards.join("\n")).toContain("strictly isolated");
  });
  test("R8 passes requests about conversations to the tenant", () => {
    expect(profile.processorRoles[0]).toMatchObject({ id: "tenant_conversations" });
    expect(profile.processorRoles[0]?.description).toContain("belongs to that company");
  });
  test("R9 limits attempts, controls access and follows OWASP", () => {
    expect(profile.safeguards.join("\n")).toMatch(/Limits[\s\S]*Access controls[\s\S]*OWASP/);
  });
  test("R10 has a privacy address for requests by e-mail", () => {
    expect(profile.contacts.email).toBe("privacy@ares.example.org");
  });
});

test("no example writes to a real address", () => {
  for (const slug of ["aimarkos", "aiworksforus", "ares"]) {
    const text = JSON.stringify(example(slug));
    for (const [, host = ""] of text.matchAll(/(?:@|https:\/\/)([a-z0-9.-]+)/g)) {
      expect(host).toMatch(/(^|\.)example\.(com|org)$/);
    }
  }
});

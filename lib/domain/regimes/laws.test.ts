import { describe, expect, test } from "vitest";
import { calendarDate } from "../calendar-date";
import type { Procedure } from "../law";
import { lawOf } from "../laws";
import { type RegimeId, regimeIds } from "../regime";
import type { Right } from "../right";
import { ruleVersionOn, ruleVersionsOf } from "./rule-versions";

describe.each(regimeIds)("%s as data", (id) => {
  const law = lawOf(id);
  const procedures = [law.request, law.agency, ...Object.values(law.byRight), ...Object.values(law.after)].filter(
    (procedure): procedure is Procedure => procedure !== null,
  );

  test("stands under its own id, with versions oldest first that carry it", () => {
    expect(law.id).toBe(id);
    const days = law.versions.map((version) => version.inForce);
    expect(days).toEqual([...days].sort());
    expect(law.versions.every((version) => version.version.startsWith(`${id}/`))).toBe(true);
    expect(new Set(law.versions.map((version) => version.version)).size).toBe(law.versions.length);
  });

  test("names a source for every number, and what a refusal and an extension must say", () => {
    for (const { answer, acknowledge, extension, roll } of procedures) {
      const sources = [answer.citation, roll.citation, acknowledge?.citation, extension?.citation];
      for (const source of sources) expect(source?.text ?? "none needed").not.toBe("");
      expect(extension?.mustSay ?? ["none needed"]).not.toHaveLength(0);
    }
    expect(law.refusal.mustSay).not.toHaveLength(0);
  });

  test("an extension is longer than the answer it extends, and told inside it", () => {
    for (const { answer, extension } of procedures) {
      if (!extension || !answer.span) continue;
      expect(extension.notice).toEqual(answer.span);
      if (extension.total) expect(extension.total.count).toBeGreaterThan(answer.span.count);
    }
  });
});

describe("the version a request keeps", () => {
  const uk = lawOf("uk_gdpr");

  test.each([
    ["2026-02-04", "uk_gdpr/2018-05-25"],
    ["2026-02-05", "uk_gdpr/2026-02-05"],
    ["2026-06-18", "uk_gdpr/2026-02-05"],
    ["2026-06-19", "uk_gdpr/2026-06-19"],
    ["2016-01-01", "uk_gdpr/2018-05-25"],
  ])("received on %s: %s", (received, version) => {
    expect(ruleVersionOn(uk, calendarDate(received)).version).toBe(version);
  });

  test("one for each law of the request", () => {
    expect(ruleVersionsOf(["eu_gdpr", "us_ca_ccpa"], calendarDate("2026-11-22"))).toEqual({
      eu_gdpr: "eu_gdpr/2018-05-25",
      us_ca_ccpa: "us_ca_ccpa/2026-01-01",
    });
  });
});

// GDPR Art. 12(3); PIPEDA s.8(4); DPO Art. 18(2); PAIA s.57(1).
test.each<[RegimeId, Right, readonly string[]]>([
  ["eu_gdpr", "access", ["complexity", "number_of_requests"]],
  ["uk_gdpr", "erasure", ["complexity", "number_of_requests"]],
  ["us_va_vcdpa", "access", ["complexity", "number_of_requests"]],
  ["ca_pipeda", "access", ["interference", "consultations", "other_format"]],
  ["ch_fadp", "access", ["not_in_time"]],
  ["za_popia_paia", "access", ["many_records", "search_elsewhere", "consultations", "consent"]],
  ["za_popia_paia", "erasure", []],
  ["br_lgpd", "access", []],
])("%s accepts for more time on %s: %j", (id, right, grounds) => {
  const { byRight, request } = lawOf(id);
  expect((byRight[right] ?? request).extension?.grounds ?? []).toEqual(grounds);
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calendarDate, plusMonths } from "./calendar-date";
import {
  answerFilesUntil,
  fewestRetentionMonths,
  keptUntil,
  personalColumns,
  requestRetention,
} from "./request-retention";

const profile = { requestRetentionMonths: 24, regimes: ["eu_gdpr" as const] };
const closedOn = calendarDate("2026-11-30");

describe("what a request gathered goes when it is closed", () => {
  const lines = Object.fromEntries(requestRetention(profile, closedOn).map((line) => [line.category, line]));

  test("documents and drafts at once", () => {
    expect(lines.identity_documents).toMatchObject({ outcome: "erase", by: "2026-11-30" });
    expect(lines.drafts).toMatchObject({ outcome: "erase", by: "2026-11-30" });
  });
  test("the files of the answer after 90 days", () => {
    expect(lines.answer_files).toMatchObject({ outcome: "keep_until", until: "2027-02-28" });
  });
  test("messages and contact after the months of the organisation", () => {
    expect(lines.messages).toMatchObject({ outcome: "keep_until", until: "2028-11-30" });
    expect(lines.contact).toMatchObject({ outcome: "keep_until", until: "2028-11-30" });
  });
  test("the skeleton stays and names nobody", () => {
    expect(lines.skeleton).toMatchObject({ outcome: "keep_while", because: expect.stringContaining("names nobody") });
  });
});

test("an open request has rules and no dates", () => {
  for (const line of requestRetention(profile, null)) {
    expect(line).not.toHaveProperty("by");
    expect(line).not.toHaveProperty("until");
  }
});

test("what happens to an answer that nobody closes is said too", () => {
  const lines = requestRetention(profile, null);
  for (const kind of ["messages", "contact", "answer_files"] as const) {
    expect(lines.find(({ category }) => category === kind)?.because).toMatch(/if nobody closes it/i);
  }
});

test("the fewest months are longer than an answer's files can be fetched, at any time of the year", () => {
  for (const start of ["2026-10-31", "2026-11-30", "2027-01-31", "2027-02-28"]) {
    const day = calendarDate(start);
    expect(plusMonths(day, fewestRetentionMonths) >= answerFilesUntil(day)).toBe(true);
  }
  expect(plusMonths(calendarDate("2027-01-31"), 3) >= answerFilesUntil(calendarDate("2027-01-31"))).toBe(false);
});

test("the laws that ask for records are named where they apply", () => {
  const lawOf = (regimes: ("eu_gdpr" | "us_ca_ccpa" | "us_co_cpa")[]) =>
    requestRetention({ requestRetentionMonths: 24, regimes }, null).find((line) => line.category === "messages")?.law;
  expect(lawOf(["eu_gdpr"])).toBe("GDPR Art. 5(2)");
  expect(lawOf(["us_ca_ccpa", "us_co_cpa"])).toBe("GDPR Art. 5(2); 11 CCR §7101; Colorado Rule 6.11");
});

describe("the last day on which anything personal is held", () => {
  const closed = { state: "closed", closedOn, answeredOn: calendarDate("2026-11-01") } as const;
  test("counts from closing", () => expect(keptUntil(profile, closed)).toBe("2028-11-30"));
  test("counts from an answer that nobody closed", () =>
    expect(keptUntil(profile, { ...closed, state: "answered", closedOn: null })).toBe("2028-11-01"));
  test("does not exist while the request runs", () =>
    expect(keptUntil(profile, { state: "in_progress", closedOn: null, answeredOn: null })).toBeNull());
  test.each(["us_ca_ccpa", "us_co_cpa"] as const)("is never below the 24 months of %s", (regime) => {
    const hasty = { requestRetentionMonths: 6, regimes: ["eu_gdpr" as const, regime] };
    expect(keptUntil(hasty, closed)).toBe("2028-11-30");
    expect(requestRetention(hasty, closedOn).find(({ category }) => category === "contact")?.until).toBe("2028-11-30");
    expect(keptUntil({ ...hasty, regimes: ["eu_gdpr"] }, closed)).toBe("2027-05-30");
  });
});

test("every personal column of the database has a line here, and none is named that does not exist", () => {
  const schema = readFileSync(new URL("../../prisma/schema.prisma", import.meta.url), "utf8");
  expect(personalIn(schema).sort()).toEqual(Object.keys(personalColumns).sort());
});

test("the reading of the schema finds tagged columns only", () => {
  const schema = ["model A {", "  /// personal: x", "  name Bytes?", "  /// plain", "  size Int", "}"].join("\n");
  expect(personalIn(schema)).toEqual(["A.name"]);
});

/** `Model.column` for each column whose comment starts with "personal:". */
function personalIn(schema: string): string[] {
  let model = "";
  let tagged = false;
  const found: string[] = [];
  for (const text of schema.split("\n")) {
    model = /^model (\w+)/.exec(text)?.[1] ?? model;
    const column = /^ {2}(\w+)\s/.exec(text)?.[1];
    if (column && tagged) found.push(`${model}.${column}`);
    if (/^ {2}\/\/\/ personal:/.test(text)) tagged = true;
    else if (column) tagged = false;
  }
  return found;
}

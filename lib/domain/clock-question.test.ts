import { describe, expect, test } from "vitest";
import { answerClockQuestion, type ClockQuestion } from "./clock-question";
import { requestTypes } from "./request-type";
import vectors from "./vectors/deadlines.json";

const due = (question: ClockQuestion) => answerClockQuestion(question).due;
const lastLine = (question: ClockQuestion) => answerClockQuestion(question).lines.at(-1);

describe("every published and computed vector of the law", () => {
  test.each(vectors.map((vector) => [vector.id, vector] as const))("%s", (_id, vector) => {
    const { due: answer, lines } = answerClockQuestion(vector);
    expect(answer).toBe(vector.expected);
    expect(lines.at(-1)?.date).toBe(vector.expected);
    expect(lines.every((line) => line.citation !== "")).toBe(true);
  });
});

describe("what follows an answer has a clock of its own", () => {
  test.each<[string, ClockQuestion, string | null]>([
    [
      "C.R.S. 6-1-1306(3): an appeal, extended, has 45 + 60 days",
      { regime: "us_co_cpa", event: "appeal", received: "2026-03-02", extended: true },
      "2026-06-15",
    ],
    [
      "C.R.S. 6-1-1306(3): the same asked as an extension of the appeal",
      { regime: "us_co_cpa", event: "extension", request_type: "appeal", received: "2026-03-02" },
      "2026-06-15",
    ],
    [
      "Va. Code §59.1-577(C): an appeal cannot be extended",
      { regime: "us_va_vcdpa", event: "appeal", received: "2026-03-02", extended: true },
      "2026-05-01",
    ],
    [
      "Va. Code §59.1-577(C): no extension of an appeal",
      { regime: "us_va_vcdpa", event: "extension", request_type: "appeal", received: "2026-03-02" },
      null,
    ],
    [
      "the GDPR knows no appeal to the controller",
      { regime: "eu_gdpr", event: "appeal", received: "2026-03-02" },
      null,
    ],
    [
      "DPA 2018 s.164A: the outcome of a complaint has no number of days",
      { regime: "uk_gdpr", request_type: "complaint", received: "2026-07-01" },
      null,
    ],
    [
      "the GDPR has no complaint to the controller",
      { regime: "eu_gdpr", request_type: "complaint", received: "2026-07-01" },
      null,
    ],
    [
      "DPDP Rules r.14(3): in India the appeal is the grievance",
      { regime: "in_dpdp", event: "appeal", received: "2027-12-01" },
      "2028-02-29",
    ],
    [
      "11 CCR §7021: an appeal of an automated decision may be extended to 90 days",
      { regime: "us_ca_ccpa", event: "extension", request_type: "admt_appeal", received: "2027-02-02" },
      "2027-05-03",
    ],
    [
      "11 CCR §7026(f): an opt-out is neither acknowledged",
      { regime: "us_ca_ccpa", event: "acknowledgement", request_type: "opt_out_sale_sharing", received: "2026-03-02" },
      null,
    ],
    ["nor extended", { regime: "us_ca_ccpa", event: "extension", request_type: "limit", received: "2026-03-02" }, null],
  ])("%s", (_name, question, expected) => {
    expect(due(question)).toBe(expected);
    expect(lastLine(question)?.date).toBe(expected);
  });
});

describe("the organisation's own numbers", () => {
  const grievance = { regime: "in_dpdp", request_type: "grievance", received: "2027-06-01" };

  test("DPDP Rules r.14(3): the published period binds, up to ninety days", () => {
    expect(due({ ...grievance, published_period_days: 30 })).toBe("2027-07-01");
    expect(due({ ...grievance, published_period_days: 120 })).toBe("2027-08-30");
    expect(due({ ...grievance, request_type: "access", published_period_days: 15 })).toBe("2027-06-16");
    expect(due({ ...grievance, request_type: "erasure" })).toBe("2027-08-30");
  });

  test("a promise has the number of days that was promised", () => {
    expect(due({ regime: "contract_30d", received: "2026-03-02", promise_days: 14 })).toBe("2026-03-16");
  });
});

describe("the words of a question", () => {
  test("never verified: a UK clock that waits for identity has not started", () => {
    const question = { regime: "uk_gdpr", received: "2026-03-02", verified: null };
    expect(due(question)).toBeNull();
    expect(lastLine(question)?.text).toContain("stopped since Mon 2 Mar 2026");
  });

  test("never verified, with the day of asking known", () => {
    const paused = [{ from: "2026-03-05", to: null, reason: "identity" }];
    expect(lastLine({ regime: "uk_gdpr", received: "2026-03-02", verified: null, paused })?.text).toContain(
      "stopped since Thu 5 Mar 2026",
    );
    const question = { regime: "uk_gdpr", received: "2026-03-02", identity_requested: "2026-03-04" };
    expect(lastLine(question)?.text).toContain("stopped since Wed 4 Mar 2026");
  });

  test("an extension that was told names its day, or is taken as told in time", () => {
    const question = { regime: "eu_gdpr", received: "2026-03-10" };
    expect(due({ ...question, extended: true })).toBe("2026-06-10");
    expect(due({ ...question, extended: "2026-04-10" })).toBe("2026-06-10");
    expect(due({ ...question, extended: "2026-04-11" })).toBe("2026-04-10");
    expect(due({ ...question, extended: false })).toBe("2026-04-10");
    expect(due({ regime: "ca_pipeda", received: "2026-03-16", requested: "2026-01-10", extended: true })).toBe(
      "2026-05-15",
    );
  });

  test("DPO Art. 18(2): the Swiss extension is as long as was told", () => {
    const question = { regime: "ch_fadp", event: "extension", received: "2026-03-02" };
    expect(due(question)).toBeNull();
    expect(due({ ...question, extended_until: "2026-05-29" })).toBe("2026-05-29");
    expect(due({ ...question, event: "extension_notice" })).toBe("2026-04-01");
  });

  test.each(requestTypes)("the request type %s is known", (word) => {
    expect(() => due({ regime: "us_ca_ccpa", received: "2026-03-02", request_type: word })).not.toThrow();
  });

  test("Australia knows two kinds of entity", () => {
    const question = { regime: "au_app12", received: "2026-05-08" };
    expect(due(question)).toBe("2026-06-07");
    expect(due({ ...question, entity: "agency" })).toBe("2026-06-08");
  });

  test.each<[string, ClockQuestion]>([
    ['unknown regime "gdpr"; known are eu_gdpr', { regime: "gdpr", received: "2026-03-02" }],
    ['unknown event "reply"; known are response', { regime: "eu_gdpr", event: "reply", received: "2026-03-02" }],
    ['unknown request type "fire"', { regime: "eu_gdpr", request_type: "fire", received: "2026-03-02" }],
    ['unknown entity "club"', { regime: "au_app12", entity: "club", received: "2026-03-02" }],
    ["not a calendar day: 2026-02-31", { regime: "eu_gdpr", received: "2026-02-31" }],
    [
      'unknown reason for a pause "holiday"',
      { regime: "eu_gdpr", received: "2026-03-02", paused: [{ from: "2026-03-03", reason: "holiday" }] },
    ],
    [
      "a pause needs the day it was asked",
      { regime: "eu_gdpr", received: "2026-03-02", paused: [{ from: "", reason: "identity" }] },
    ],
    [
      "a pause ends on 2026-03-02, before it begins on 2026-03-03",
      {
        regime: "eu_gdpr",
        received: "2026-03-02",
        paused: [{ from: "2026-03-03", to: "2026-03-02", reason: "identity" }],
      },
    ],
  ])("%s", (message, question) => {
    expect(() => answerClockQuestion(question)).toThrow(message);
  });
});

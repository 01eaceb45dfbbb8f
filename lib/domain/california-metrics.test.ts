import { expect, it } from "vitest";
import { calendarDate } from "./calendar-date";
import { type CountedRequests, californiaMetrics, californiaTypes, percentile } from "./california-metrics";

function asked(given: Partial<CountedRequests> = {}): CountedRequests {
  return {
    count: 1,
    receivedOn: calendarDate("2026-03-02"),
    ofCalifornia: true,
    answeredOn: calendarDate("2026-03-12"),
    lapsed: false,
    rights: [{ right: "erasure", outcome: "granted", denial: "other" }],
    ...given,
  };
}

function metrics(requests: readonly CountedRequests[], people: "california" | "all" = "california") {
  const { types } = californiaMetrics(requests, { year: 2026, people });
  return (type: (typeof californiaTypes)[number]) => types.find((row) => row.type === type);
}

it("lists the seven types of 11 CCR §7102 in its order, also those that nobody asked for", () => {
  const { types } = californiaMetrics([], { year: 2026, people: "california" });
  expect(types.map(({ type }) => type)).toEqual(californiaTypes);
  expect(
    types.every(({ received, medianDays, meanDays }) => received === 0 && medianDays === null && meanDays === null),
  );
});

it("counts what was complied with in part as complied with, never as denied", () => {
  const { complied, denied } = metrics([
    asked({ rights: [{ right: "erasure", outcome: "partly", denial: "exempt" }] }),
  ])("delete") ?? { complied: 0, denied: 1 };
  expect([complied, denied]).toEqual([1, 0]);
});

it("counts a request that was never verified as received, and as denied for that once it lapsed", () => {
  const waiting = asked({ answeredOn: null, rights: [{ right: "erasure", outcome: null, denial: "other" }] });
  expect(metrics([waiting])("delete")).toMatchObject({ received: 1, complied: 0, denied: 0, rest: 1 });
  expect(metrics([{ ...waiting, lapsed: true }])("delete")).toMatchObject({
    received: 1,
    denied: 1,
    rest: 0,
    reasons: { not_verifiable: 1 },
    responses: 0,
  });
});

it("counts the days to the substantive response, as median and as mean for each type", () => {
  const on = (day: string) => asked({ answeredOn: calendarDate(day) });
  const row = metrics([on("2026-03-03"), on("2026-03-05"), on("2026-03-12"), on("2026-04-16")])("delete");
  expect(row).toMatchObject({ medianDays: 6.5, meanDays: 14.8, responses: 4 });
});

it("knows no answer before it is out: an outcome that only waits for release counts for nothing yet", () => {
  expect(metrics([asked({ answeredOn: null })])("delete")).toMatchObject({
    complied: 0,
    denied: 0,
    rest: 1,
    responses: 0,
  });
});

it("breaks denials down by the four optional reasons", () => {
  const refused = (denial: CountedRequests["rights"][number]["denial"]) =>
    asked({ rights: [{ right: "rectification", outcome: "refused", denial }] });
  const row = metrics([refused("not_verifiable"), refused("not_by_consumer"), refused("exempt"), refused("other")])(
    "correct",
  );
  expect(row).toMatchObject({
    denied: 4,
    complied: 0,
    reasons: { not_verifiable: 1, not_by_consumer: 1, exempt: 1, other: 1 },
  });
});

it("counts a copy to read and a copy to take along as one request to know, complied with if either is given", () => {
  const both = (access: "granted" | "refused") =>
    asked({
      rights: [
        { right: "access", outcome: access, denial: "exempt" },
        { right: "portability", outcome: "refused", denial: "exempt" },
      ],
    });
  expect(metrics([both("granted"), both("refused")])("know")).toMatchObject({ received: 2, complied: 1, denied: 1 });
});

it("counts a question about automated decisions as access and as opt-out, and what is no type of §7102 nowhere", () => {
  const row = metrics([
    asked({ rights: [{ right: "automated_decision_review", outcome: "granted", denial: "other" }] }),
    asked({ rights: [{ right: "opt_out_ai_training", outcome: "granted", denial: "other" }] }),
  ]);
  expect(californiaTypes.filter((type) => (row(type)?.received ?? 0) > 0)).toEqual(["access_admt", "opt_out_admt"]);
});

it("counts one request in each type that it asks for", () => {
  const two = asked({
    rights: [
      { right: "opt_out_sale_sharing", outcome: "granted", denial: "other" },
      { right: "limit_sensitive", outcome: "refused", denial: "other" },
    ],
  });
  const row = metrics([two]);
  expect([row("opt_out")?.complied, row("limit")?.denied]).toEqual([1, 1]);
});

it("counts the calendar year of receipt, and consumers of California unless all individuals are reported (§7102(b))", () => {
  const elsewhere = asked({ ofCalifornia: false });
  const before = asked({ receivedOn: calendarDate("2025-12-31") });
  expect(metrics([asked(), elsewhere, before])("delete")?.received).toBe(1);
  expect(metrics([asked(), elsewhere, before], "all")("delete")?.received).toBe(2);
});

it("counts requests that are alike as often as they are there", () => {
  expect(metrics([asked({ count: 3 }), asked({ count: 2, answeredOn: null, lapsed: true })])("delete")).toMatchObject({
    received: 5,
    complied: 3,
    denied: 2,
    responses: 3,
    medianDays: 10,
  });
});

it.each([
  [[], 50, null],
  [[4], 50, 4],
  [[4], 90, 4],
  [[1, 9], 50, 5],
  [[3, 1, 2], 50, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, 9],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, 10],
])("takes of %j the %i th percentile as %s", (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

import { expect, it } from "vitest";
import type { TypeMetrics } from "@/lib/domain/california-metrics";
import { californiaCells } from "./california-cells";

const row: TypeMetrics = {
  type: "delete",
  received: 40,
  complied: 30,
  denied: 8,
  rest: 2,
  reasons: { not_verifiable: 7, not_by_consumer: 0, exempt: 1, other: 0 },
  medianDays: 12,
  meanDays: 14.5,
  responses: 38,
};

it("gives the team every number", () => {
  expect(californiaCells(row, "team")).toMatchObject({
    received: "40",
    rest: "2",
    reasons: { exempt: "1", other: "0" },
  });
});

it("gives outside the team no count under five, and nothing from which one could be counted", () => {
  expect(californiaCells(row, "public")).toEqual({
    received: "not shown",
    complied: "30",
    denied: "8",
    rest: "fewer than 5",
    median: "12",
    mean: "14.5",
    reasons: { not_verifiable: "not shown", not_by_consumer: "not shown", exempt: "not shown", other: "not shown" },
  });
});

it("gives no days of fewer than five answers", () => {
  const few = { ...row, complied: 3, denied: 0, received: 3, rest: 0, responses: 3 };
  expect(californiaCells(few, "public")).toMatchObject({
    median: "not shown",
    mean: "not shown",
    received: "fewer than 5",
  });
  expect(californiaCells({ ...few, responses: 0, medianDays: null, meanDays: null }, "team")).toMatchObject({
    median: "none",
  });
});

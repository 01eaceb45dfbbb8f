import fc from "fast-check";
import { expect, it } from "vitest";
import { publishedParts, publishedRow, type ShownCount, shownCount, shownText, smallest } from "./small-counts";

it.each([
  ["gives what is large", [12, 7, 9], { total: 28, parts: [12, 7, 9] }],
  [
    "hides a small one, and the total from which it could be counted",
    [3, 40, 9],
    { total: "withheld", parts: ["few", 40, 9] },
  ],
  ["hides nothings like small ones", [0, 0, 9], { total: "withheld", parts: ["few", "few", 9] }],
  ["says only that it is few where all together are", [1, 2, 0], { total: "few", parts: ["few", "few", "few"] }],
])("%s", (_, parts, published) => {
  expect(publishedRow(parts)).toEqual(published);
});

it("says in words what a cell holds", () => {
  expect([3, 5].map(shownCount).map(shownText)).toEqual(["fewer than 5", "5"]);
  expect(shownText("withheld")).toBe("not shown");
});

it("gives no part of a whole that is hidden, and all or none where the whole is given", () => {
  expect(publishedParts([9, 9], "few")).toEqual(["withheld", "withheld"]);
  expect(publishedParts([1, 2], "withheld")).toEqual(["withheld", "withheld"]);
  expect(publishedParts([0, 0, 9], 9)).toEqual(["withheld", "withheld", "withheld"]);
  expect(publishedParts([7, 8], 15)).toEqual([7, 8]);
});

it("lets nobody count a hidden cell back: another table that is published the same way differs in it", () => {
  const table = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 3 });
  fc.assert(
    fc.property(table, (parts) => {
      const published = publishedRow(parts);
      const alike = tablesOf(parts.length, 16).filter((other) => same(publishedRow(other), published));
      for (const [place, cell] of published.parts.entries()) {
        if (typeof cell === "number") continue;
        expect(new Set(alike.map((other) => other[place])).size).toBeGreaterThan(1);
      }
      for (const cell of [published.total, ...published.parts]) {
        if (typeof cell === "number") expect(cell).toBeGreaterThanOrEqual(smallest);
      }
    }),
    { numRuns: 60 },
  );
});

function same(left: { total: ShownCount; parts: readonly ShownCount[] }, right: typeof left): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function tablesOf(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return tablesOf(length - 1, most).flatMap((rest) => Array.from({ length: most + 1 }, (_, value) => [...rest, value]));
}

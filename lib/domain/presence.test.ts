import { expect, it } from "vitest";
import { presenceSeconds, presentOf, presentUntil } from "./presence";

const at = (minute: number) => new Date(Date.UTC(2026, 11, 4, 10, minute));

it("a page counts for minutes, a sign of life for little more than until the next", () => {
  expect(presentUntil("page", at(0))).toEqual(at(3));
  expect(presentUntil("beat", at(0)).getTime() - at(0).getTime()).toBeGreaterThan(2 * presenceSeconds.every * 1000);
});

it("somebody with two windows open is there once, since the first, and writes what they began last", () => {
  const rows = [
    { staffId: "kim", activity: "message", since: at(42) },
    { staffId: "lee", activity: "", since: at(30) },
    { staffId: "kim", activity: "", since: at(40) },
    { staffId: "kim", activity: "note", since: at(44) },
  ];
  expect(presentOf(rows)).toEqual([
    { staffId: "lee", since: at(30), writing: null },
    { staffId: "kim", since: at(40), writing: { step: "note", since: at(44) } },
  ]);
  expect(presentOf([])).toEqual([]);
});

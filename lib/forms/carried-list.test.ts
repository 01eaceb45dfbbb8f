import { expect, it } from "vitest";
import { carriedList, filterOfList, withList } from "./carried-list";

it("C8: a request's page carries the list it was opened from, and nothing that leads elsewhere", () => {
  for (const list of ["/console", "/console?view=mine&right=erasure"]) expect(carriedList(list)).toBe(list);
  for (const text of [
    "https://example.com/console",
    "//example.com",
    "/console/audit",
    "/console#x",
    "",
    undefined,
    ["/console"],
  ])
    expect(carriedList(text)).toBeNull();
});

it("the list is read from its beginning, whatever page of it was open", () => {
  const after = "2026-12-04~0190a000-0000-7000-8000-00000000aaaa";
  expect(filterOfList(`/console?view=mine&after=${after}`)).toEqual(filterOfList("/console?view=mine"));
  expect(filterOfList("/console?view=mine")).toMatchObject({ view: "mine" });
});

it("an address takes it along beside what it already says", () => {
  expect(withList("/console/requests/X", "/console?view=mine")).toBe(
    "/console/requests/X?from=%2Fconsole%3Fview%3Dmine",
  );
  expect(withList("/console/requests/X?done=note", "/console")).toBe("/console/requests/X?done=note&from=%2Fconsole");
  expect(withList("/console/requests/X", null)).toBe("/console/requests/X");
});

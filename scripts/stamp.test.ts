import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stampOf } from "./stamp";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "habeas-stamp-"));
  mkdirSync(join(root, "app"));
  writeFileSync(join(root, "app/page.tsx"), "one");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("dates and tests do not change a stamp; contents, names and new files do", () => {
  const before = stampOf(root, ["app", "missing"]);
  utimesSync(join(root, "app/page.tsx"), 1, 1);
  writeFileSync(join(root, "app/page.test.ts"), "a test");
  expect(stampOf(root, ["app", "missing"])).toBe(before);
  writeFileSync(join(root, "app/page.tsx"), "two");
  const changed = stampOf(root, ["app"]);
  expect(changed).not.toBe(before);
  writeFileSync(join(root, "app/other.tsx"), "two");
  expect(stampOf(root, ["app"])).not.toBe(changed);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { playwrightTally, secondTries, vitestTally } from "./test-tally";

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "habeas-tally-")), "report.json");
});
afterEach(() => rmSync(join(file, ".."), { recursive: true, force: true }));

const write = (report: object) => writeFileSync(file, JSON.stringify(report));

test("adds up what the runners report", () => {
  write({ numPassedTests: 7, numFailedTests: 2 });
  expect(vitestTally(file, 1)).toEqual({ passed: 7, failed: 2 });
  write({ stats: { expected: 5, unexpected: 1, flaky: 1 } });
  expect(playwrightTally(file, 1)).toEqual({ passed: 6, failed: 1 });
});

test("names the journeys that needed a second try", () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
  write({ suites: [{ specs: [spec("A1 · asks", "expected")], suites: [{ specs: [spec("A2 · looks", "flaky")] }] }] });
  expect(secondTries(file)).toEqual(["A2 · looks"]);
  write({});
  expect(secondTries(file)).toEqual([]);
});

test("a runner that crashed is a failure, whatever it reported", () => {
  expect(vitestTally(file, 0)).toEqual({ passed: 0, failed: 1 });
  write({ numPassedTests: 7, numFailedTests: 0 });
  expect(vitestTally(file, 1)).toEqual({ passed: 7, failed: 1 });
  expect(vitestTally(file, null)).toEqual({ passed: 7, failed: 1 });
  writeFileSync(file, "half a rep");
  expect(playwrightTally(file, 0)).toEqual({ passed: 0, failed: 1 });
});

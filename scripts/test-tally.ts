import { existsSync, readFileSync } from "node:fs";

export type Tally = { passed: number; failed: number };

type VitestReport = { numPassedTests: number; numFailedTests: number };
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

function read<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** A runner that ended badly without a failed test to show for it has failed itself: crashed, or ran nothing. */
function withCrash(tally: Tally, exitCode: number | null): Tally {
  const isCrash = exitCode !== 0 && tally.failed === 0;
  return { passed: tally.passed, failed: tally.failed + (isCrash ? 1 : 0) };
}

export function vitestTally(file: string, exitCode: number | null): Tally {
  const report = read<VitestReport>(file);
  return withCrash({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, report ? exitCode : 1);
}

/** A journey that passed only at its second try has passed; `secondTries` says which, so that nobody overlooks it. */
export function playwrightTally(file: string, exitCode: number | null): Tally {
  const stats = read<PlaywrightReport>(file)?.stats;
  const tally = { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 };
  return withCrash(tally, stats ? exitCode : 1);
}

type Suite = { suites?: Suite[]; specs?: { title: string; tests: { status: string }[] }[] };

/** Titles of the journeys that needed a second try. */
export function secondTries(file: string): string[] {
  const titles = ({ suites = [], specs = [] }: Suite): string[] => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(({ title }) => title),
    ...suites.flatMap(titles),
  ];
  return titles(read<Suite>(file) ?? {});
}

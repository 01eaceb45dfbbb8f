import { mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { ensureBuilt, NEXT } from "./build-portal";
import { startChild, stopChild } from "./child-process";
import { ensureChromium } from "./chromium";
import { generateClient } from "./generate-client";
import { playwrightTally, secondTries, type Tally, vitestTally } from "./test-tally";

const ROOT = resolve(import.meta.dirname, "..");
const RESULTS = join(ROOT, "test-results");
const packages = createRequire(import.meta.url);

const say = (line: string) => console.log(line);
let stopCurrent: () => Promise<void> = async () => {};

/** The script behind a package's command. */
function commandOf(name: string, path: string): string {
  return join(dirname(packages.resolve(`${name}/package.json`)), path);
}

/** Runs a command in its own process group, and takes away whatever it leaves behind. */
async function run(args: string[]): Promise<number | null> {
  const child = startChild({ args, env: () => process.env });
  stopCurrent = () => stopChild(child);
  const code = await new Promise<number | null>((settle) => {
    child.once("error", () => settle(null));
    child.once("exit", settle);
  });
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nothing was left, as it should be.
  }
  return code;
}

async function check(name: string, work: () => Promise<boolean>): Promise<Tally> {
  say(`\n— ${name}`);
  const isGood = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  if (!isGood) say(`${name}: failed`);
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(): Promise<Tally> {
  say("\n— Unit and database tests");
  const file = join(RESULTS, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return vitestTally(file, await run([commandOf("vitest", "vitest.mjs"), "run", ...reporters]));
}

async function playwright(): Promise<Tally> {
  say("\n— Journeys in the browser");
  const file = join(RESULTS, "e2e.json");
  const tally = playwrightTally(file, await run([commandOf("@playwright/test", "cli.js"), "test"]));
  for (const title of secondTries(file)) say(`needed a second try: ${title}`);
  return tally;
}

async function everything(): Promise<Tally[]> {
  const tsc = commandOf("typescript", "bin/tsc");
  return [
    await check("Database client", async () => generateClient() || true),
    await check("Lint and format (biome)", async () => {
      return (await run([commandOf("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings"])) === 0;
    }),
    // Next writes the types of the routes first: those of an earlier build may name pages that are gone.
    await check(
      "Types (tsc)",
      async () => (await run([NEXT, "typegen"])) === 0 && (await run([tsc, "--noEmit"])) === 0,
    ),
    await vitest(),
    await check("Build (next)", async () => {
      await ensureBuilt(say, (stop) => {
        stopCurrent = stop;
      });
      return true;
    }),
    await check("Browser", async () => {
      process.env.CHROMIUM_PATH = ensureChromium(say);
      return true;
    }),
    await playwright(),
  ];
}

/** Runs every check there is, one after the other. Ends the process, with `N passed, N failed` as the last line. */
export async function runTests(): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void stopCurrent().then(() => process.exit(130)));
  }
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  const tallies = await everything();
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startChild, stopChild } from "./child-process";
import { takeLock } from "./held-lock";
import { stampOf } from "./stamp";
import { StartProblem } from "./start-problem";

const ROOT = resolve(import.meta.dirname, "..");
const SOURCES = ["app", "components", "emails", "lib", "messages", "public", "prisma/schema.prisma", "proxy.ts"];
const SETTINGS = ["next.config.mjs", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];
const SAY_EVERY_MS = 10_000;

export const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

async function build(say: (line: string) => void, onStop: (stop: () => Promise<void>) => void): Promise<void> {
  let said = "";
  const began = performance.now();
  const child = startChild({
    args: [NEXT, "build"],
    env: () => ({ ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    output: "pipe",
  });
  onStop(() => stopChild(child));
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (part: Buffer) => {
      said += part.toString();
    });
  }
  const progress = setInterval(() => {
    say(`  still building, ${Math.round((performance.now() - began) / 1000)} s so far`);
  }, SAY_EVERY_MS);
  const code = await new Promise<number | null>((settle) => {
    child.once("error", () => settle(null));
    child.once("close", settle);
  });
  clearInterval(progress);
  if (code === 0) return;
  throw new StartProblem(`The pages could not be built:\n${said.trimEnd().split("\n").slice(-40).join("\n")}`);
}

/**
 * Builds the pages when there is no build, or one of other sources. Two starts in one checkout build one after the
 * other, and the second then finds nothing to do.
 *
 * @param onStop told how to break the build off
 */
export async function ensureBuilt(
  say: (line: string) => void,
  onStop: (stop: () => Promise<void>) => void = () => {},
): Promise<boolean> {
  const mark = join(ROOT, ".next/habeas-stamp");
  const isCurrent = (stamp: string) => existsSync(mark) && readFileSync(mark, "utf8") === stamp;
  if (isCurrent(stampOf(ROOT, [...SOURCES, ...SETTINGS]))) return false;
  mkdirSync(join(ROOT, ".next"), { recursive: true });
  const file = join(ROOT, "node_modules/.habeas-build-lock");
  let lock = takeLock(file, "");
  while ("holder" in lock) {
    await pause(500);
    lock = takeLock(file, "");
  }
  try {
    const stamp = stampOf(ROOT, [...SOURCES, ...SETTINGS]);
    if (isCurrent(stamp)) return false;
    say("Building the pages (after each change of the program, up to a minute) …");
    await build(say, onStop);
    writeFileSync(mark, stamp);
    return true;
  } finally {
    lock.release();
  }
}

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled } from "./install-packages.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "habeas-packages-"));
  mkdirSync(join(root, "node_modules"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const locked = {
  "": {},
  "node_modules/next": { version: "16.4.6" },
  "node_modules/vitest": { version: "4.1.11", dev: true },
  "node_modules/for-another-machine": { version: "1.0.0", optional: true },
};

function write(installed: Record<string, object> | undefined): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages: locked }));
  const list = join(root, "node_modules/.package-lock.json");
  if (installed) writeFileSync(list, JSON.stringify({ packages: installed }));
}

const next = { "node_modules/next": { version: "16.4.6" } };
const vitest = { "node_modules/vitest": { version: "4.1.11" } };

test.each([
  ["a broken-off installation", undefined, false, false],
  ["everything that this machine needs", { ...next, ...vitest }, true, true],
  ["an installation without what tests need", next, true, false],
  ["another version", { "node_modules/next": { version: "16.4.5" }, ...vitest }, false, false],
])("%s", (_, installed, starts, tests) => {
  write(installed);
  expect(isInstalled(root, { development: false })).toBe(starts);
  expect(isInstalled(root, { development: true })).toBe(tests);
});

test("an old Node.js is told so in one line", () => {
  const script = `import { demandNode } from ${JSON.stringify(resolve(import.meta.dirname, "install-packages.mjs"))}; demandNode("20.18.1");`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr.trim()).toBe("Habeas needs Node.js 20.19 or newer; this is 20.18.1. See https://nodejs.org");
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./held-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "habeas-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a living holder is named, and a released lock can be taken again", () => {
  const file = join(folder, "lock");
  const first = takeLock(file, "http://127.0.0.1:3000");
  expect(takeLock(file, "")).toMatchObject({ holder: { pid: process.pid, note: "http://127.0.0.1:3000" } });
  if ("release" in first) first.release();
  expect(takeLock(file, "")).toHaveProperty("release");
});

test("the number of a holder that is gone may belong to somebody else by now", () => {
  const file = join(folder, "lock");
  writeFileSync(file, JSON.stringify({ pid: process.pid, birth: "long ago", command: "", note: "" }));
  expect(takeLock(file, "")).toHaveProperty("release");
});

test.each(["", "{", "null"])("a lock file that says %j does not count", (content) => {
  const file = join(folder, "lock");
  writeFileSync(file, content);
  expect(takeLock(file, "")).toHaveProperty("release");
});

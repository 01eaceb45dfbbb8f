import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { clearFromOutbox, holdInOutbox, lettersInOutbox } from "./outbox-folder";

const whole = "00000000-0000-7000-8000-000000000001";
const cutOff = "00000000-0000-7000-8000-000000000002";
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-outbox-folder-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

/** What a crash in the middle of writing leaves. */
async function leftByACrash(letterId: string) {
  await mkdir(join(dataDir, "outbox"), { recursive: true });
  await writeFile(join(dataDir, "outbox", `${letterId}.eml.part`), "To: somebody@example.com");
}

it("knows a letter that a crash cut off, and each letter once", async () => {
  await holdInOutbox(dataDir, whole, Buffer.from("whole"));
  await leftByACrash(whole);
  await leftByACrash(cutOff);
  expect((await lettersInOutbox(dataDir)).toSorted()).toEqual([whole, cutOff]);
});

it("leaves neither the letter nor what a crash cut off", async () => {
  await holdInOutbox(dataDir, whole, Buffer.from("whole"));
  await leftByACrash(whole);
  await leftByACrash(cutOff);
  await clearFromOutbox(dataDir, whole);
  expect(await readdir(join(dataDir, "outbox"))).toEqual([`${cutOff}.eml.part`]);
  await clearFromOutbox(dataDir, cutOff);
  expect(await lettersInOutbox(dataDir)).toEqual([]);
});

it("knows of nothing where no letter was ever held", async () => {
  expect(await lettersInOutbox(dataDir)).toEqual([]);
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { writeCheckpoint } from "@/lib/db/checkpoints";
import type { StaffActor } from "@/lib/domain/actor";
import { calendarDate } from "@/lib/domain/calendar-date";
import { regulatorPack } from "./pack-files";
import { unzipped } from "./test-unzip";

const at = (day: string) => new Date(`${day}T15:00:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let dpo: StaffActor;
let files: ReadonlyMap<string, Buffer>;
let reference: string;
let email: string;

beforeAll(async () => {
  desk = await openDesk(at("2026-12-04"));
  dpo = await desk.member("dpo");
  const filed = await desk.file({}, at("2026-11-02"));
  ({ reference, email } = filed);
  await desk.confirm(filed.id, at("2026-11-02"));
  const handler = await desk.member("handler");
  await desk.step(handler, filed.id, { step: "begin" }, at("2026-11-03"));
  await desk.step(handler, filed.id, { step: "message", words: "A secret word: Quellwolke." }, at("2026-11-03"));
  await writeCheckpoint(at("2026-12-04"));
  await desk.step(handler, filed.id, { step: "note", words: "Later." }, at("2026-12-04"));
  files = await packOf("2026-12-03");
});
afterAll(() => desk.close());

async function packOf(asOf: string) {
  const span = { from: calendarDate("2026-01-01"), asOf: calendarDate(asOf) };
  const pieces: Uint8Array[] = [];
  const pack = { organisation: desk.organisation, span, madeAt: at("2026-12-04") };
  for await (const piece of regulatorPack(dpo, pack)) pieces.push(piece);
  return unzipped(Buffer.concat(pieces));
}

const text = (name: string) => files.get(name)?.toString("utf8") ?? "";

function verified(changed: ReadonlyMap<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  try {
    for (const [name, bytes] of changed) writeFileSync(join(folder, name), bytes);
    return execFileSync(process.execPath, [join(folder, "verify.mjs")], { encoding: "utf8" });
  } catch (fault) {
    return String((fault as { stdout?: string }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it("holds figures, method, timelines, the record and how to check it, in one archive", () => {
  expect([...files.keys()].sort()).toEqual([
    "README.txt",
    "checkpoint.json",
    "figures.csv",
    "heads.json",
    "manifest.json",
    "method.txt",
    "record.jsonl",
    "timelines.csv",
    "verify.mjs",
  ]);
  expect(text("timelines.csv")).toContain(`${reference},1,2026-11-02,`);
  expect(text("timelines.csv")).toContain("work begun");
  expect(text("figures.csv")).toContain("fewer than 5");
});

it("is checked offline by its own script, which finds what was altered, dropped or made up", () => {
  expect(verified(files)).toMatch(/holds {3}\d+ files[\s\S]*chains with \d+ entries[\s\S]*signature of the checkpoint/);
  const with_ = (name: string, change: (before: string) => string) =>
    verified(new Map([...files, [name, Buffer.from(change(text(name)))]]));
  expect(with_("figures.csv", (before) => before.replace("Open", "open"))).toContain("BROKEN  figures.csv");
  const manifest = JSON.stringify({ files: [] });
  const quiet = new Map([...files, ["manifest.json", Buffer.from(manifest)]]);
  const record = (change: (before: string) => string) =>
    verified(new Map([...quiet, ["record.jsonl", Buffer.from(change(text("record.jsonl")))]]));
  expect(record((before) => before.replace("2026-11-03", "2026-11-04"))).toContain("was altered");
  expect(record((before) => before.split("\n").slice(0, -2).join("\n"))).toContain("does not end in its head");
  expect(record((before) => before.split("\n").slice(1).join("\n"))).toContain("does not follow");
});

it("ends with the day that was asked for, and says nothing that anybody wrote or is called", () => {
  expect(text("record.jsonl")).not.toContain("NoteAdded");
  const all = [...files.values()].map((bytes) => bytes.toString("utf8")).join("\n");
  for (const personal of [email, email.split("@")[0] ?? "", "Robin Canary", "Quellwolke"]) {
    expect(all).not.toContain(personal);
  }
});

it("gives the same bytes of record and figures when it is made again for the same day", async () => {
  const again = await packOf("2026-12-03");
  for (const name of ["record.jsonl", "timelines.csv", "figures.csv", "heads.json", "method.txt"]) {
    expect(again.get(name)?.equals(files.get(name) ?? Buffer.alloc(0)), name).toBe(true);
  }
});

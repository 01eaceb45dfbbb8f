import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordTaskAnswered } from "@/lib/commands/tasks/record-task";
import { systemsAt } from "@/lib/commands/tasks/test-systems";
import { openDesk } from "@/lib/commands/test-desk";
import type { StaffActor } from "@/lib/domain/actor";
import { storeBytes } from "@/lib/storage/file-store";
import { destroyDueFiles } from "./destroy-due-files";
import { purgeRequests } from "./purge-requests";
import { bytesOf } from "./test-closed-request";

const openedAt = new Date("2026-12-04T10:00:00Z");
let desk: Awaited<ReturnType<typeof openDesk>>;
let systems: ReturnType<typeof systemsAt>;
let handler: StaffActor;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-exports-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk(openedAt);
  systems = systemsAt(desk);
  handler = await desk.member("handler");
});
afterAll(async () => {
  await desk?.close();
  await rm(dataDir, { recursive: true });
});

/** A request for which a system gave a file and words. */
async function answered() {
  const opened = await systems.opened(handler);
  const stored = await storeBytes(new Blob(["number,amount"]).stream());
  const file = { ...stored, name: "bills.csv", mediaType: "text/csv" };
  const answer = { kind: "done", counts: { billing: 1 }, files: [file], words: "canary from the ledger" } as const;
  const of = { organisation: desk.organisation, task: { taskId: opened.taskId } };
  await recordTaskAnswered(systems.worker, { ...of, answer }, openedAt);
  return { ...opened, fileId: file.id };
}

describe("PRV: what systems gave goes with the request that it was for", () => {
  it("GDPR Art. 5(1)(e): at once where the request ended without an answer, and not while it runs", async () => {
    const { id, taskId, fileId, person } = await answered();
    await destroyDueFiles(openedAt);
    expect(existsSync(bytesOf(dataDir, fileId))).toBe(true);
    await desk.step(person, id, { step: "withdraw" });
    await destroyDueFiles(openedAt);
    expect(existsSync(bytesOf(dataDir, fileId))).toBe(false);
    expect(await systems.filesOf(taskId)).toMatchObject([{ name: null, fileKey: null }]);
    const last = (await desk.look(id)).chain.at(-1)?.event;
    expect(last).toEqual({ type: "FilesDestroyed", kind: "exports", fileIds: [fileId] });
  });

  it("the owner's words and every key go with the purge; the row stays as a count", async () => {
    const { id, taskId, person } = await answered();
    await desk.step(person, id, { step: "withdraw" });
    await purgeRequests({ dataDir }, new Date("2031-12-04T10:00:00Z"));
    expect((await desk.look(id)).facts.purgedOn).not.toBeNull();
    expect(await systems.row(taskId)).toMatchObject({ words: null, answer: "done", counts: { billing: 1 } });
    expect(await systems.filesOf(taskId)).toEqual([]);
    expect(await systems.inHere(({ tx }) => tx.taskKey.count({ where: { requestId: id } }))).toBe(0);
  });
});

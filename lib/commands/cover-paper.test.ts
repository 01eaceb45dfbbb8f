import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draftMinutes } from "@/lib/domain/papers";
import { checkRisks } from "@/lib/jobs/check-risks";
import { crontab } from "@/lib/jobs/crontab";
import { destroyDrafts } from "@/lib/jobs/destroy-drafts";
import { destroyDueFiles } from "@/lib/jobs/destroy-due-files";
import { query } from "@/lib/jobs/test-worker";
import { fileOfRequest } from "@/lib/queries/stored-file";
import { storeBytes } from "@/lib/storage/file-store";
import { draftInHand, forgetDraft, keepDraft } from "./cover-paper";
import { named, openDesk } from "./test-desk";

let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-papers-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

const kind = "authority_checked";
const bytes = (text: string) => storeBytes(new Blob([text]).stream());
const filesOnDisk = async () => (await readdir(dataDir, { recursive: true })).filter((name) => name.endsWith(".age"));

async function aParent() {
  const filed = await desk.file({ relation: "guardian" });
  await desk.confirm(filed.id);
  return { ...filed, person: { ...filed.person, session: randomUUID() } };
}
/** Does what the arrival of a paper wrote down to be done; gives how many jobs that were. */
async function lookAround(requestId: string): Promise<number> {
  const owed = await query(desk.ownerUrl, "delete from graphile_worker._private_jobs where key = $1", [
    `risks:${requestId}`,
  ]);
  if (owed.rowCount) await checkRisks({ organisationId: desk.organisation.id, requestId }, desk.openedAt);
  return owed.rowCount ?? 0;
}
async function aPaper(text = `paper ${randomUUID()}`) {
  const { id, person } = await aParent();
  await lookAround(id);
  const file = { ...(await bytes(text)), name: "paper.pdf", mediaType: "application/pdf" };
  const sent = await desk.step(person, id, { step: "write", words: "", files: [file], proof: kind });
  if (!sent.ok) throw new Error(sent.refusal);
  return { id, person, file, reference: sent.reference };
}
const keep = async (person: Parameters<typeof keepDraft>[0], replaces?: string, now = desk.openedAt) => {
  const file = await bytes("a face");
  const kept = await keepDraft(
    person,
    { organisation: desk.organisation, kind, file, ...(replaces ? { replaces } : {}) },
    now,
  );
  return { file, kept };
};

describe("W15: a picture that is being covered", () => {
  it("is in the hands of whoever is covering it, for this request alone", async () => {
    const { person } = await aParent();
    const other = await aParent();
    const { file } = await keep(person);
    const input = { organisation: desk.organisation, draftId: file.id };
    expect(await draftInHand(person, input, desk.openedAt)).toMatchObject({ ok: true, draft: { kind } });
    expect(await draftInHand(other.person, input, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    const ares = named(desk.organisations, "ares");
    const elsewhere = { ...person, organisationId: ares.id };
    expect(await draftInHand(elsewhere, { ...input, organisation: ares }, desk.openedAt)).toMatchObject({ ok: false });
    const otherBrowser = { ...person, session: randomUUID() };
    expect(await draftInHand(otherBrowser, input, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    expect(await forgetDraft(otherBrowser, input)).toEqual({ ok: false, refusal: "not_found" });
    expect((await keep(otherBrowser, file.id)).kept).toEqual({ ok: false, refusal: "not_found" });
    const { session: _, ...nowhere } = person;
    expect(await draftInHand(nowhere, input, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    expect(await draftInHand(person, input, desk.openedAt)).toMatchObject({ ok: true });
    expect(await draftInHand({ ...person, proven: false }, input, desk.openedAt)).toMatchObject({ ok: false });
  });
  it("is nobody's under an address that is none", async () => {
    const { person } = await aParent();
    for (const draftId of ["", "x", "..", "0".repeat(36), "'; --"])
      expect(await draftInHand(person, { organisation: desk.organisation, draftId }, desk.openedAt)).toEqual({
        ok: false,
        refusal: "not_found",
      });
  });
  it("ATK-U2: no more than five lie there uncovered at once", async () => {
    const { person } = await aParent();
    const said = [];
    for (let number = 0; number < 6; number += 1) said.push((await keep(person)).kept);
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect(said.at(-1)).toEqual({ ok: false, refusal: "too_many" });
  });
  it("is never more than the one that is covered most, and none after it was thrown away", async () => {
    const { person } = await aParent();
    const first = await keep(person);
    const second = await keep(person, first.file.id);
    expect(second.kept).toEqual({ ok: true });
    const inHand = (draftId: string) =>
      draftInHand(person, { organisation: desk.organisation, draftId }, desk.openedAt);
    expect(await inHand(first.file.id)).toMatchObject({ ok: false });
    expect((await keep(person, first.file.id)).kept).toEqual({ ok: false, refusal: "not_found" });
    await forgetDraft(person, { organisation: desk.organisation, draftId: second.file.id });
    expect(await inHand(second.file.id)).toMatchObject({ ok: false });
  });
  it("is destroyed within the hour, bytes and all", async () => {
    const { person } = await aParent();
    const { file } = await keep(person);
    const [minutes, hour, ticks] = [/^\*\/(\d+) \* \* \* \* purge /m, 60, 60_000];
    const worker = Number(minutes.exec(crontab)?.[1]);
    expect(draftMinutes + worker).toBeLessThanOrEqual(hour);
    const later = new Date(desk.openedAt.getTime() + hour * ticks - 1);
    expect(await draftInHand(person, { organisation: desk.organisation, draftId: file.id }, later)).toMatchObject({
      ok: false,
    });
    expect(await filesOnDisk()).toContainEqual(expect.stringContaining(file.id));
    expect(await destroyDrafts(later)).toBeGreaterThan(0);
    expect((await filesOnDisk()).some((name) => name.includes(file.id))).toBe(false);
  });
  it("EDPB 01/2022 §§73–79: is not taken where no such paper is asked for", async () => {
    const { id, person } = await desk.file();
    await desk.confirm(id);
    expect((await keep(person)).kept).toEqual({ ok: false, refusal: "not_found" });
  });
});

describe("W15: a paper that was sent", () => {
  it("is opened by the handler on the request and by nobody else, and each look is written down", async () => {
    const { id, file, reference } = await aPaper();
    const [handler, colleague] = [await desk.member("handler"), await desk.member("handler")];
    const chief = await desk.member("dpo", "approver");
    const look = { step: "inspect", fileId: file.id } as const;
    expect(await desk.step(handler, id, look)).toEqual({ ok: false, refusal: "paper_not_yours" });
    await desk.step(handler, id, { step: "begin" });
    expect(await desk.step(handler, id, look)).toMatchObject({ ok: true });
    expect((await desk.look(id)).chain.at(-1)).toMatchObject({
      actorId: handler.staffId,
      event: { type: "FileInspected" },
    });
    expect(await desk.step(colleague, id, look)).toEqual({ ok: false, refusal: "paper_not_yours" });
    expect(await desk.step(chief, id, look)).toEqual({ ok: false, refusal: "paper_not_yours" });
    const asked = { organisation: desk.organisation, reference, fileId: file.id };
    expect(await fileOfRequest(handler, asked)).not.toBeNull();
  });
  it.each(["accept_proof", "reject_proof"] as const)("is destroyed as soon as it was decided on: %s", async (step) => {
    const { id, file } = await aPaper();
    const handler = await desk.member("handler");
    await destroyDueFiles(desk.openedAt);
    expect((await filesOnDisk()).some((name) => name.includes(file.id))).toBe(true);
    await desk.step(handler, id, { step: "begin" });
    await desk.step(handler, id, { step, kind: "document_checked", words: "Something else." });
    await destroyDueFiles(desk.openedAt);
    expect((await filesOnDisk()).some((name) => name.includes(file.id))).toBe(true);
    await desk.step(handler, id, { step, kind, words: "Looked at." });
    await destroyDueFiles(desk.openedAt);
    expect((await desk.look(id)).chain.at(-1)?.event).toMatchObject({ type: "FilesDestroyed", fileIds: [file.id] });
    expect((await filesOnDisk()).some((name) => name.includes(file.id))).toBe(false);
  });
  it("ATK-I6: the same bytes with another request are noted on both", async () => {
    const first = await aPaper("the same certificate");
    await lookAround(first.id);
    const second = await aPaper("the same certificate");
    expect(await lookAround(second.id)).toBe(1);
    for (const { id } of [first, second]) expect((await desk.look(id)).facts.signals).toEqual(["proof_reused"]);
    const versions = async () =>
      [await desk.look(first.id), await desk.look(second.id)].map(({ facts }) => facts.version);
    const before = await versions();
    await checkRisks({ organisationId: desk.organisation.id, requestId: first.id }, desk.openedAt);
    expect(await versions()).toEqual(before);
    const alone = await aPaper();
    await lookAround(alone.id);
    expect((await desk.look(alone.id)).facts.signals).toEqual([]);
  });
});

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { aFile, canaries, walkThrough } from "@/lib/commands/test-walk";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { calendarDate, plusDays, plusMonths } from "@/lib/domain/calendar-date";
import { personRequest } from "@/lib/queries/person-request";
import { fileOfRequest } from "@/lib/queries/stored-file";
import { openBytes, storeBytes } from "@/lib/storage/file-store";
import { verifyAudit } from "@/scripts/audit-command";
import { destroyDueFiles } from "./destroy-due-files";
import { purgeRequests } from "./purge-requests";

const sentOn = calendarDate("2026-12-04");
const noon = (day: string) => new Date(`${day}T17:00:00Z`);
let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-files-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk(noon(sentOn));
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

const pathOf = (id: string) => join(dataDir, "files", id.slice(0, 2), `${id}.age`);
const rowOf = (id: string) =>
  inOrganisation(desk.organisation.id, ({ tx }) => tx.storedFile.findUnique({ where: { id } }));
const lastEvent = async (id: string) => (await desk.look(id)).chain.at(-1)?.event;

/** A request that was asked for a document, and the document. */
async function withPaper() {
  const handler = await desk.member("handler");
  const { id, reference, person } = await desk.file();
  await desk.confirm(id);
  await desk.step(handler, id, {
    step: "ask_proof",
    kind: "document_checked",
    words: "Your card, please.",
    beyond: "Because.",
  });
  const stored = await storeBytes(new Blob(["a drawn-over card"]).stream());
  const paper = { ...stored, name: "card.pdf", mediaType: "application/pdf" };
  await desk.step(person, id, { step: "write", words: "Here it is.", files: [paper] });
  return { id, reference, person, handler, paper };
}

describe("W15: identity papers are destroyed at the decision, at the latest after thirty days", () => {
  it("what comes while proof is missing is kept apart from other files, and can be looked at until the request is decided", async () => {
    const { id, reference, handler, paper, person } = await withPaper();
    expect(await rowOf(paper.id)).toMatchObject({ purpose: "proof" });
    expect(await destroyDueFiles(noon(plusDays(sentOn, 29)))).toBe(0);
    const opened = await fileOfRequest(handler, { organisation: desk.organisation, reference, fileId: paper.id });
    expect(opened?.name).toBe("card.pdf");
    expect(await new Response(await openBytes(paper.id, opened?.fileKey ?? "")).text()).toBe("a drawn-over card");
    await desk.step(handler, id, { step: "accept_proof", kind: "document_checked", words: "The name fits." });
    const later = aFile();
    await desk.step(person, id, { step: "write", words: "And a list.", files: [later] });
    expect(await rowOf(later.id)).toMatchObject({ purpose: "message" });
    // Whoever releases the answer can still look at it.
    expect(await destroyDueFiles(noon(sentOn))).toBe(0);
    await desk.step(person, id, { step: "withdraw" });
    expect(await destroyDueFiles(noon(sentOn))).toBe(1);
    expect(existsSync(pathOf(paper.id))).toBe(false);
    expect(await rowOf(paper.id)).toMatchObject({ name: null, fileKey: null, destroyedAt: noon(sentOn) });
    expect((await rowOf(later.id))?.fileKey).not.toBeNull();
    expect(await lastEvent(id)).toEqual({ type: "FilesDestroyed", kind: "identity_documents", fileIds: [paper.id] });
    expect(await fileOfRequest(handler, { organisation: desk.organisation, reference, fileId: paper.id })).toBeNull();
  });

  it("thirty days after they came, though nobody looked; the person sees it, and the request goes on", async () => {
    const { id, reference, person, paper, handler } = await withPaper();
    expect(await destroyDueFiles(noon(plusDays(sentOn, 30)))).toBe(1);
    const seen = await personRequest(person, { organisation: desk.organisation, reference }, noon(sentOn));
    const sent = seen?.messages.find(({ words }) => words === "Here it is.");
    expect(sent?.files).toMatchObject([{ id: paper.id, destroyed: true }]);
    expect(seen?.chain.at(-1)?.event.type).toBe("FilesDestroyed");
    expect(await destroyDueFiles(noon(plusDays(sentOn, 31)))).toBe(0);
    expect(await desk.step(handler, id, { step: "note", words: "Ask again." })).toMatchObject({ ok: true });
  });

  it("a withdrawal destroys them the same hour", async () => {
    const { id, person, paper } = await withPaper();
    await desk.step(person, id, { step: "withdraw" });
    await destroyDueFiles(noon(sentOn));
    expect((await rowOf(paper.id))?.fileKey).toBeNull();
  });
});

describe("files of the answer go at their printed end", () => {
  it("not on the ninetieth day after closing, but on the next; what was written stays", async () => {
    const walk = await walkThrough(desk);
    await desk.step(walk.handler, walk.id, { step: "close" }, noon(sentOn));
    expect(await destroyDueFiles(noon(plusDays(sentOn, 90)))).toBe(0);
    expect(await destroyDueFiles(noon(plusDays(sentOn, 91)))).toBe(1);
    expect(await lastEvent(walk.id)).toMatchObject({ type: "FilesDestroyed", kind: "answer_files" });
    const { organisation } = desk;
    const later = noon(plusDays(sentOn, 91));
    const person = await desk.showAnew(walk.person, later);
    const seen = await personRequest(person, { organisation, reference: walk.reference }, later);
    expect(seen?.answer).toMatchObject({ words: canaries.answer, files: [{ destroyed: true }] });
    expect(seen?.messages.flatMap(({ files }) => files)).toMatchObject([{ destroyed: false }]);
  });
});

describe("killed in the middle", () => {
  it("a disk that refuses leaves the row, which knows of the file; the next run completes both", async () => {
    const { id, person, paper } = await withPaper();
    await desk.step(person, id, { step: "withdraw" });
    // A folder in the file's place cannot be unlinked, not even by root.
    await rm(pathOf(paper.id));
    await mkdir(join(pathOf(paper.id), "in-the-way"), { recursive: true });
    await destroyDueFiles(noon(sentOn));
    // The key is gone all the same: whatever lies there opens for nobody.
    expect(await rowOf(paper.id)).toMatchObject({ fileKey: null, destroyedAt: null });
    const late = noon(plusDays(plusMonths(sentOn, 24), 1));
    await purgeRequests({ dataDir }, late);
    expect((await desk.look(id)).facts.purgedOn).not.toBeNull();
    expect(await rowOf(paper.id)).toMatchObject({ fileKey: null, destroyedAt: null });
    await rm(pathOf(paper.id), { recursive: true });
    await writeFile(pathOf(paper.id), "sealed");
    await purgeRequests({ dataDir }, late);
    expect(existsSync(pathOf(paper.id))).toBe(false);
    expect(await rowOf(paper.id)).toBeNull();
  });

  it("a file that is gone from the disk already stops nothing", async () => {
    const { id, person, paper } = await withPaper();
    await desk.step(person, id, { step: "withdraw" });
    await rm(pathOf(paper.id));
    await destroyDueFiles(noon(sentOn));
    expect(await rowOf(paper.id)).toMatchObject({ fileKey: null, destroyedAt: noon(sentOn) });
  });

  it("no file is left on the disk that no row knows of, and the record holds", async () => {
    const folders = await readdir(join(dataDir, "files"));
    const left = (await Promise.all(folders.map((folder) => readdir(join(dataDir, "files", folder))))).flat();
    const known = await inOrganisation(desk.organisation.id, ({ tx }) => tx.storedFile.findMany());
    const paths = new Set(known.flatMap(({ id, destroyedAt }) => (destroyedAt ? [] : `${id}.age`)));
    expect(left.filter((file) => !paths.has(file))).toEqual([]);
    expect((await verifyAudit([], true)).lines.filter((line) => line.startsWith("BROKEN"))).toEqual([]);
  });
});

import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { storeBytes } from "@/lib/storage/file-store";
import { bytesInHand, coverDraft, dropDraft, sendDraft, startPaper } from "./papers";

let desk: Awaited<ReturnType<typeof openDesk>>;
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "habeas-paper-door-"));
  process.env.HABEAS_DATA_DIR = dataDir;
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  await rm(dataDir, { recursive: true });
});

const isThere = (id: string) => existsSync(join(dataDir, "files", id.slice(0, 2), `${id}.age`));
const pdf = () => new File(["%PDF-1.7\n%%EOF\n"], "card.pdf", { type: "application/pdf" });

describe("W15: the door for papers", () => {
  it("ATK-U7: throwing a picture away takes no other file along, whoever's id is named", async () => {
    const [one, other] = [await desk.file(), await desk.file()];
    for (const { id } of [one, other]) await desk.confirm(id);
    const stored = await storeBytes(new Blob(["what somebody else sent"]).stream());
    const file = { ...stored, name: "theirs.pdf", mediaType: "application/pdf" };
    await desk.step(other.person, other.id, { step: "write", words: "Mine.", files: [file] });
    const held = { organisation: desk.organisation, person: { ...one.person, session: randomUUID() } };
    const dropped = await dropDraft(held, file.id);
    expect(isThere(file.id)).toBe(true);
    expect(dropped).toEqual({ ok: false, refusal: "not_found" });
  });

  it("EDPB 01/2022 §§73–79: a PDF is not taken where no such paper is wanted, though somebody posts one", async () => {
    const { id, person, reference } = await desk.file({ rights: ["marketing_objection"] });
    await desk.confirm(id);
    const held = { organisation: desk.organisation, person, reference, kind: "document_checked" } as const;
    expect(await startPaper(held, pdf(), desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    expect((await desk.look(id)).chain.some(({ event }) => event.type === "MessageReceived")).toBe(false);
  });
});

/** A parent in a browser of theirs, who is wanted to show that they are one. */
async function aParent() {
  const { id, person, reference } = await desk.file({ relation: "guardian" });
  await desk.confirm(id);
  const { organisation } = desk;
  return {
    id,
    held: { organisation, person: { ...person, session: randomUUID() }, reference, kind: "authority_checked" } as const,
  };
}
const aCard = async () => {
  const create = { width: 600, height: 400, channels: 3, background: "#ffffff" } as const;
  return new File([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], "card.jpg", { type: "image/jpeg" });
};
const stored = () =>
  readdirSync(join(dataDir, "files"), { recursive: true })
    .map(String)
    .filter((name) => /\.age(\.partial)?$/.test(name));
const received = async (id: string) =>
  (await desk.look(id)).chain.filter(({ event }) => event.type === "MessageReceived").length;
const presses = Array.from({ length: 20 });

describe("W15: pressed often, a paper is sent once", () => {
  it("a picture: every press arrives, one paper comes, and nothing else is left in the store", async () => {
    const { id, held } = await aParent();
    const before = stored().length;
    const started = await startPaper(held, await aCard(), desk.openedAt);
    if (!started.ok || !started.draftId) throw new Error("no picture is kept");
    const { draftId } = started;
    const cell = [{ row: 1, column: 1 }];
    const sent = await Promise.all(presses.map(() => sendDraft(held, draftId, cell, desk.openedAt)));
    expect(sent.filter(({ ok }) => !ok)).toEqual([]);
    expect(await received(id)).toBe(1);
    expect(stored()).toHaveLength(before + 1);
    // Coming Back to the picture: it is shut, and sending it once more leads to the same place.
    expect(await bytesInHand(held, draftId, desk.openedAt)).toBeNull();
    expect(await coverDraft(held, draftId, cell, desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
    expect(await sendDraft(held, draftId, [], desk.openedAt)).toEqual({ ok: true });
    expect(await received(id)).toBe(1);
  });

  it("a PDF, which is sent at once", async () => {
    const { id, held } = await aParent();
    const before = stored().length;
    const sent = await Promise.all(presses.map(() => startPaper(held, pdf(), desk.openedAt)));
    expect(sent.filter(({ ok }) => !ok)).toEqual([]);
    expect(await received(id)).toBe(1);
    expect(stored()).toHaveLength(before + 1);
  });

  it("ATK-U7: another browser with the same request neither sees, covers, sends nor takes away the picture", async () => {
    const { id, held } = await aParent();
    const started = await startPaper(held, await aCard(), desk.openedAt);
    if (!started.ok || !started.draftId) throw new Error("no picture is kept");
    const { draftId } = started;
    const other = { ...held, person: { ...held.person, session: randomUUID() } };
    const notThere = { ok: false, refusal: "not_found" };
    expect(await bytesInHand(other, draftId, desk.openedAt)).toBeNull();
    expect(await coverDraft(other, draftId, [{ row: 1, column: 1 }], desk.openedAt)).toEqual(notThere);
    expect(await sendDraft(other, draftId, [], desk.openedAt)).toEqual(notThere);
    expect(await dropDraft(other, draftId)).toEqual(notThere);
    expect(await received(id)).toBe(0);
    expect(isThere(draftId)).toBe(true);
    expect(await sendDraft(held, draftId, [], desk.openedAt)).toMatchObject({ ok: true });
    expect(await sendDraft(other, draftId, [], desk.openedAt)).toEqual(notThere);
  });

  it("a picture whose bytes are gone is not found, and no fault", async () => {
    const { held } = await aParent();
    const started = await startPaper(held, await aCard(), desk.openedAt);
    if (!started.ok || !started.draftId) throw new Error("no picture is kept");
    rmSync(join(dataDir, "files", started.draftId.slice(0, 2), `${started.draftId}.age`));
    expect(await sendDraft(held, started.draftId, [], desk.openedAt)).toEqual({ ok: false, refusal: "not_found" });
  });
});

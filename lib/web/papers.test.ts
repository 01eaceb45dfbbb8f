import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { storeBytes } from "@/lib/storage/file-store";
import { dropDraft, startPaper } from "./papers";

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
    const held = { organisation: desk.organisation, person: one.person };
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

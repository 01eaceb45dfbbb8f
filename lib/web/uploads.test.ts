import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openBytes } from "@/lib/storage/file-store";
import { dropUploads, shownName, takeUploads, takeWithUploads } from "./uploads";

const folder = mkdtempSync(join(tmpdir(), "habeas-uploads-"));
const limits = { files: 2, bytesEach: 1_000 };

beforeAll(() => {
  process.env.HABEAS_DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
  process.env.HABEAS_SECRET = "a secret for tests, long enough 0123456789";
  process.env.HABEAS_DATA_DIR = folder;
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(join(folder, "files"), { recursive: true, force: true }));

function form(...files: File[]): FormData {
  const data = new FormData();
  for (const file of files) data.append("files", file);
  return data;
}
const text = (name: string, content = "words") => new File([content], name);
function stored(): string[] {
  try {
    return readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

describe("the step that files belong to", () => {
  async function oneFile() {
    const taken = await takeUploads(form(text("a.txt")), "files", limits);
    if (!taken.ok) throw new Error("not taken");
    return taken.files;
  }
  it("keeps them when it is taken", async () => {
    expect(await takeWithUploads(await oneFile(), async () => ({ ok: true, to: "there" }))).toEqual({
      ok: true,
      to: "there",
    });
    expect(stored()).toHaveLength(1);
  });
  it("takes them back when it is refused", async () => {
    expect(await takeWithUploads(await oneFile(), async () => ({ ok: false }))).toEqual({ ok: false });
    expect(stored()).toEqual([]);
  });
  it("takes them back when it fails, and still fails", async () => {
    const failing = takeWithUploads(await oneFile(), async () => {
      throw new Error("the database is away");
    });
    await expect(failing).rejects.toThrow("the database is away");
    expect(stored()).toEqual([]);
  });
});

describe("taking files", () => {
  it("keeps each encrypted under a random id, with what is needed to open it again", async () => {
    const taken = await takeUploads(form(text("canary-name.txt", "canary-content")), "files", limits);
    if (!taken.ok) throw new Error("not taken");
    const [file] = taken.files;
    expect(file).toMatchObject({ name: "canary-name.txt", mediaType: "text/plain", size: 14 });
    expect(await new Response(await openBytes(file?.id ?? "", file?.fileKey ?? "")).text()).toBe("canary-content");
    const [path = ""] = stored();
    expect(path).not.toContain("canary");
    expect(readFileSync(path).toString("latin1")).not.toContain("canary");
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("ATK-U8: a file that was altered on disk does not open", async () => {
    const taken = await takeUploads(form(text("a.txt")), "files", limits);
    const file = taken.ok ? taken.files[0] : undefined;
    await expect(openBytes(file?.id ?? "", "AGE-SECRET-KEY-WRONG")).rejects.toThrow();
    const { writeFileSync } = await import("node:fs");
    const [path = ""] = stored();
    const altered = readFileSync(path);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    writeFileSync(path, altered);
    const opened = openBytes(file?.id ?? "", file?.fileKey ?? "").then((bytes) => new Response(bytes).text());
    await expect(opened).rejects.toThrow();
  });

  it("none chosen is none taken", async () => {
    expect(await takeUploads(form(new File([], "")), "files", limits)).toEqual({ ok: true, files: [] });
    expect(await takeUploads(new FormData(), "files", limits)).toEqual({ ok: true, files: [] });
  });
});

describe("all or none: a refused file leaves nothing on the disk", () => {
  it.each([
    ["V5.2.1 one byte too many", [text("ok.txt"), text("big.txt", "x".repeat(1_001))], /big\.txt is larger/],
    ["V5.2.2 a strange kind", [text("ok.txt"), text("page.html", "<html>")], /cannot take page\.html/],
    ["V5.2.4 too many", [text("1.txt"), text("2.txt"), text("3.txt")], /2 files or fewer/],
  ])("%s", async (_, files, sentence) => {
    const taken = await takeUploads(form(...files), "files", limits);
    expect(taken).toEqual({ ok: false, mistakes: { files: expect.stringMatching(sentence) } });
    expect(stored()).toEqual([]);
  });
  it("takes exactly as much as is allowed", async () => {
    const taken = await takeUploads(form(text("1.txt", "x".repeat(1_000)), text("2.txt")), "files", limits);
    expect(taken).toMatchObject({ ok: true, files: [{}, {}] });
  });
  it("FLT-09: takes back what was stored for a step that was refused", async () => {
    const taken = await takeUploads(form(text("1.txt"), text("2.txt")), "files", limits);
    expect(stored()).toHaveLength(2);
    await dropUploads(taken.ok ? taken.files : []);
    expect(stored()).toEqual([]);
  });
});

it("V5.3.2: a name keeps no folder, no control and no direction character", () => {
  const names = ["../../etc/passwd", "C:\\x\\letter.pdf", "x\0.pdf", "a\u202Efdp.exe", "..", "", " a.pdf ", "/"];
  expect(names.map((name) => shownName({ name }))).toEqual([
    "passwd",
    "letter.pdf",
    "x.pdf",
    "afdp.exe",
    "file",
    "file",
    "a.pdf",
    "file",
  ]);
  expect(shownName({ name: `${"a".repeat(5_000)}.pdf` })).toMatch(/^a{146}\.pdf$/);
});

import { expect, it } from "vitest";
import { unzipped } from "./test-unzip";
import { type ZipEntry, zipBytes } from "./zip";

const at = new Date("2026-12-04T10:00:00Z");

async function whole(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipBytes(entries, at)) pieces.push(piece);
  return Buffer.concat(pieces);
}

it("writes an archive whose files come out as they went in", async () => {
  const long = Buffer.from("a line that repeats\n".repeat(200_000));
  const files = unzipped(
    await whole([
      { name: "README.txt", chunks: [Buffer.from("Grüße\n")] },
      { name: "empty.csv", chunks: [] },
      { name: "long.txt", chunks: [long.subarray(0, 70_000), long.subarray(70_000)] },
    ]),
  );
  expect([...files.keys()]).toEqual(["README.txt", "empty.csv", "long.txt"]);
  expect(files.get("README.txt")?.toString()).toBe("Grüße\n");
  expect(files.get("empty.csv")).toHaveLength(0);
  expect(files.get("long.txt")?.equals(long)).toBe(true);
});

it("gives the same bytes for the same contents", async () => {
  const entries = () => [{ name: "a.txt", chunks: [Buffer.from("a")] }];
  expect((await whole(entries())).equals(await whole(entries()))).toBe(true);
});

it("fails as a whole where one of its files fails, instead of looking complete", async () => {
  async function* broken() {
    yield Buffer.from("half");
    throw new Error("the database went away");
  }
  await expect(whole([{ name: "a.txt", chunks: broken() }])).rejects.toThrow("went away");
});

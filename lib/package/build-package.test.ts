import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unzipped } from "@/lib/web/test-unzip";
import { type PackageOrder, packageStream } from "./build-package";
import { madeAt, packageFacts, rowSource, wholeOf } from "./test-package";
import { verifyPackage } from "./verify-package";

const bills = Array.from({ length: 57 }, (_, place) => ({
  category: "billing",
  row: {
    invoice: `2026-${1000 + place}`,
    amount: -12.5 * (place + 1),
    note: place === 3 ? "=cmd|' /C calc'!A0" : "Monthly",
  },
}));
const order: PackageOrder = {
  facts: packageFacts(),
  madeAt,
  rows: [
    rowSource("accounts", [{ category: "account", row: { name: "Robin Canary", city: "Łódź 🎉" } }]),
    rowSource("billing_system", bills.slice(0, 30)),
    rowSource("billing_system", bills.slice(30)),
  ],
  files: [
    { system: "accounts", name: "../Vertrag.pdf", open: async () => Readable.from([Buffer.from("one")]) },
    { system: "accounts", name: "VERTRAG.pdf", open: async () => Readable.from([Buffer.from("two")]) },
  ],
};

describe("A1, A4, W1, W4: the package", () => {
  let archive: Buffer;
  let files: ReadonlyMap<string, Buffer>;
  const seen: { done: number; total: number }[] = [];
  beforeAll(async () => {
    archive = await wholeOf(await packageStream({ ...order, progress: (of) => seen.push(of) }));
    files = unzipped(archive);
  });
  const words = (path: string) => files.get(path)?.toString("utf8") ?? "";

  it("README and summary first, then every record as JSON and CSV, files as they are, the manifest last", () => {
    expect([...files.keys()]).toEqual([
      "README.txt",
      "summary.html",
      "summary.pdf",
      "data/accounts/account.json",
      "data/accounts/account.csv",
      "data/billing_system/billing.json",
      "data/billing_system/billing.csv",
      "files/accounts/Vertrag.pdf",
      "files/accounts/VERTRAG-2.pdf",
      "manifest.json",
      "SHA256SUMS.txt",
    ]);
    expect(seen.at(-1)).toEqual({ done: 11, total: 11 });
  });

  it("JSON has every row exactly, the CSV beside it is safe to open", () => {
    expect(JSON.parse(words("data/billing_system/billing.json"))).toEqual(bills.map(({ row }) => row));
    expect(words("data/billing_system/billing.csv")).toContain("2026-1003,-50,'=cmd|' /C calc'!A0\r\n");
    expect(words("data/billing_system/billing.csv").split("\r\n")).toHaveLength(57 + 2);
  });

  it("the manifest says of each file what it is, and where and how was searched", () => {
    const manifest = JSON.parse(words("manifest.json"));
    expect(manifest.searched).toHaveLength(4);
    expect(manifest.searched[0]).toMatchObject({ system: "accounts", identifiers: ["email", "customer_number"] });
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual([...files.keys()].slice(0, -2));
    expect(manifest.files[5]).toMatchObject({ system: "billing_system", category: "billing", rows: 57 });
  });

  it("the same order gives the same bytes, whatever the zone of the machine is", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "Pacific/Auckland";
    const again = await wholeOf(await packageStream(order));
    process.env.TZ = zone;
    expect(again.equals(archive)).toBe(true);
  });

  it("a source that fails ends the package with its fault: none looks whole that lacks something", async () => {
    const open = async () => {
      throw new Error("the disk is gone");
    };
    const broken = await packageStream({ ...order, files: [{ system: "accounts", name: "a.pdf", open }] });
    await expect(wholeOf(broken)).rejects.toThrow("the disk is gone");
  });

  it("where nothing was found it says so", async () => {
    const nothing = unzipped(await wholeOf(await packageStream({ ...order, rows: [], files: [] })));
    expect(nothing.get("summary.html")?.toString()).toContain("We looked in 4 places and found nothing about you.");
    expect([...nothing.keys()].some((path) => path.startsWith("data/"))).toBe(false);
  });
});

describe("ATK-U8: the manifest proves that nothing was changed", () => {
  const folder = mkdtempSync(join(tmpdir(), "habeas-package-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const checked = async (bytes: Buffer) => {
    writeFileSync(join(folder, "p.zip"), bytes);
    return verifyPackage(join(folder, "p.zip"));
  };
  const packed = async (change: (files: Map<string, Buffer>) => void) => {
    const files = new Map(unzipped(await wholeOf(await packageStream(order))));
    change(files);
    const { zipBytes } = await import("@/lib/web/zip");
    return wholeOf(
      zipBytes(
        [...files].map(([name, bytes]) => ({ name, chunks: [bytes] })),
        madeAt,
      ),
    );
  };

  it("a whole package holds", async () => {
    expect(await checked(await wholeOf(await packageStream(order)))).toMatchObject({ files: 9, problems: [] });
  });
  it.each([
    [
      "a changed file",
      "summary.html: was changed: its checksum is another",
      (files: Map<string, Buffer>) => {
        const html = files.get("summary.html") ?? Buffer.from("");
        html[200] = (html[200] ?? 0) ^ 1;
      },
    ],
    [
      "a longer file",
      "README.txt: has more than the",
      (files: Map<string, Buffer>) => files.set("README.txt", Buffer.alloc(90_000)),
    ],
    [
      "a shorter file",
      "README.txt: has 1 bytes",
      (files: Map<string, Buffer>) => files.set("README.txt", Buffer.from("x")),
    ],
    ["a missing file", "summary.pdf: is missing", (files: Map<string, Buffer>) => files.delete("summary.pdf")],
    [
      "an added file",
      "virus.exe: is not in the manifest",
      (files: Map<string, Buffer>) => files.set("virus.exe", Buffer.from("x")),
    ],
    ["no sums", "SHA256SUMS.txt: is missing", (files: Map<string, Buffer>) => files.delete("SHA256SUMS.txt")],
    [
      "other sums",
      "SHA256SUMS.txt: says something else",
      (files: Map<string, Buffer>) => files.set("SHA256SUMS.txt", Buffer.from("x")),
    ],
    ["no manifest", "manifest.json: is missing", (files: Map<string, Buffer>) => files.delete("manifest.json")],
  ])("%s is named", async (_, problem, change) => {
    const { problems } = await checked(await packed((files) => void change(files)));
    expect(problems.join("\n")).toContain(problem);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PackageFacts } from "@/lib/domain/package/summary-facts";
import { unzipped } from "@/lib/web/test-unzip";
import { packageStream, scanPackage } from "./build-package";
import { readRows } from "./read-rows";
import { summaryOf } from "./summary";
import { summaryHtml } from "./summary-html";
import { madeAt, packageFacts, rowSource, searchedSystem, wholeOf } from "./test-package";

const payloads = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  "</td></table><iframe src=//evil.example.com>",
  "</style><style>*{background:url(//evil.example.com)}</style>",
  "<a href=javascript:alert(1)>x</a>",
  "<!--",
  "]]>",
  "{{constructor.constructor('alert(1)')()}}",
  "\u0024{alert(1)}",
  "\u0000<b>",
  "&lt;script&gt;",
  "<meta http-equiv=refresh content='0;url=//evil.example.com'>",
];

/** A page in which everything that anybody can write is this text. */
async function pageOf(text: string): Promise<string> {
  const named = { name: text, category: "account", rule: { kind: "while", text }, legalBasis: "contract" } as const;
  const base = packageFacts();
  const profile: PackageFacts["profile"] = {
    ...base.profile,
    name: text,
    retention: [{ ...named, purpose: text, source: text }],
    recipients: [{ id: "r", name: text, kind: "processor", categories: ["account"], note: text }],
    safeguards: [text],
    storageLocation: { text, euOnRequest: false },
    contacts: { email: text },
    rights: [{ right: "erasure", name: text }],
    automatedDecisions: [{ name: text, logic: text, consequences: text }],
  };
  const system = searchedSystem({ name: text, reason: text, identifiers: [text] });
  const facts: PackageFacts = { ...base, profile, reference: text, searched: [system] };
  const row = JSON.parse(JSON.stringify({ [`c${text}`]: text }));
  const rows = [rowSource("accounts", [{ category: "account", row }])];
  return summaryHtml(summaryOf(facts, await scanPackage({ rows, files: [] })));
}

/** What a parser takes for the begin or end of an element or comment, and every attribute that we did not write. */
const tagsOf = (html: string) => html.match(/<[a-z!/?][^>]*>/gi) ?? [];
const harmless = (html: string) => tagsOf(html).map((tag) => tag.replace(/ class="short"/, ""));

describe("CVE-2023-47114, ATK-U5: nothing that was written anywhere becomes markup", () => {
  it.each(payloads)("%j", async (payload) => {
    expect(harmless(await pageOf(payload))).toEqual(harmless(await pageOf("x")));
  });

  it("nor does any other text", async () => {
    const plain = harmless(await pageOf("x"));
    const unit = fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "`",
      "&",
      "/",
      "=",
      "!",
      "-",
      "a",
      " ",
      "\n",
      "\0",
      "\u202e",
      "é",
      "🎉",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit, minLength: 1 }), fc.string({ unit: "binary", minLength: 1 })),
        async (text) => {
          expect(harmless(await pageOf(text))).toEqual(plain);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("the page runs no script, names no other host and forbids both", async () => {
    const html = await pageOf("x");
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\bsrc=|url\(|@import|javascript:/i);
    expect(html.match(/href="[^#]/g)).toBeNull();
    expect(html).toContain("default-src &#39;none&#39;");
    expect(html).not.toContain("unsafe-inline");
  });

  it("signs that turn text around are shown, not obeyed", async () => {
    expect(await pageOf("invoice\u202efdp.exe")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });
});

describe("ATK-U5: rows as hostile systems give them", () => {
  it.each([
    ["no JSON", "{"],
    ["a list", "[1]"],
    ["no category", '{"row":{}}'],
    ["an empty category", '{"category":"","row":{}}'],
    ["no row", '{"category":"account","row":[1]}'],
  ])("%s stops the building and names the line, never its words", async (_, line) => {
    const bytes = [Buffer.from(`{"category":"account","row":{"a":1}}\n${line}\n`)];
    await expect(allOf(readRows(asStream(bytes)))).rejects.toThrow("line 2 is no row");
  });

  it("a row that never ends is refused before it fills the memory", async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1024 * 1024, 97);
    }
    await expect(allOf(readRows(endless()))).rejects.toThrow("longer than 8 MB");
  });

  it("a row is read whole wherever the bytes are cut", async () => {
    const line = Buffer.from(`{"category":"account","row":{"name":"Łódź 🎉"}}\n\n{"category":"b","row":{"n":1}}`);
    for (let at = 1; at < line.length; at += 1) {
      const rows = await allOf(readRows(asStream([line.subarray(0, at), line.subarray(at)])));
      expect(rows).toEqual([
        { category: "account", row: { name: "Łódź 🎉" } },
        { category: "b", row: { n: 1 } },
      ]);
    }
  });

  it("names of columns, categories and systems lead nowhere: paths are safe, and JSON is exact", async () => {
    const text = `{"category":"../../x","row":{"__proto__":"p","constructor":"c","=1+1":"=cmd"}}`;
    const row = JSON.parse(text);
    const odd = { category: "../../x ", row: { a: { deep: [1] } as never, b: Number.MAX_SAFE_INTEGER } };
    const many = { category: "wide", row: Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`c${i}`, i])) };
    const stream = await packageStream({
      facts: packageFacts(),
      madeAt,
      rows: [rowSource("..", [row, odd, many])],
      files: [],
    });
    const files = unzipped(await wholeOf(stream));
    expect([...files.keys()].filter((path) => path.startsWith("data/"))).toEqual([
      "data/folder/x.json",
      "data/folder/x.csv",
      "data/folder/x-2.json",
      "data/folder/x-2.csv",
      "data/folder/wide.json",
      "data/folder/wide.csv",
    ]);
    expect(files.get("data/folder/x.json")?.toString()).toContain(JSON.stringify(row.row));
    expect(files.get("data/folder/x.csv")?.toString()).toBe("\uFEFF__proto__,constructor,'=1+1\r\np,c,'=cmd\r\n");
    expect(files.get("data/folder/x-2.csv")?.toString()).toContain('"{""deep"":[1]}",9007199254740991');
    expect(files.get("data/folder/wide.csv")?.toString()).toContain('{""c500"":500');
  });
});

async function* asStream(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function allOf<T>(handfuls: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const rows of handfuls) all.push(...rows);
  return all;
}

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { SystemQuestion } from "@/lib/domain/systems/system-question";
import { type FileSystem, fileConnector, tryFile } from "./file-connector";
import { keepFileEffect, openFile, replaceFile } from "./system-file";
import { aQuestion, rowsIn } from "./test-system";

const now = new Date("2026-12-04T10:00:00Z");
let dataDir: string;
let folder: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "habeas-files-"));
  folder = join(dataDir, "systems", "acme");
  mkdirSync(folder, { recursive: true });
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const csv = `\uFEFF"E-Mail",Number,Note\r
robin@example.com,A-1,"first, ""quoted""
second line"\r
other@example.com,B-2,\r
ROBIN@Example.com ,,short\r
robin@example.com,B-9,of somebody else\r
`;
const list = (text: string, name = "list.csv") => writeFileSync(join(folder, name), text);
const system = (given: Partial<FileSystem> = {}): FileSystem => ({
  kind: "file",
  path: "list.csv",
  format: "csv",
  category: "customers",
  identifierFields: { email: "E-Mail", customer_number: "Number", name: "Note" },
  dataDir,
  slug: "acme",
  ...given,
});
const ask = (question: Partial<SystemQuestion>, given: Partial<FileSystem> = {}) =>
  fileConnector(system(given))(aQuestion({ categories: ["customers"], ...question }), now);
const fault = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (thrown: unknown) => (thrown instanceof SystemUnanswered ? `${thrown.problem}: ${thrown.detail}` : String(thrown)),
  );
const read = (name = "list.csv") => readFileSync(join(folder, name), "utf8");

describe("asking a CSV", () => {
  beforeEach(() => list(csv));

  it("counts and exports the records of the person, and none that another number speaks against", async () => {
    expect(await ask({ verb: "look_up" })).toEqual({ kind: "found", counts: { customers: 2 } });
    expect(await rowsIn(await ask({ verb: "export" }))).toEqual([
      {
        category: "customers",
        row: { "E-Mail": "robin@example.com", Number: "A-1", Note: 'first, "quoted"\nsecond line' },
      },
      { category: "customers", row: { "E-Mail": "ROBIN@Example.com ", Number: "", Note: "short" } },
    ]);
    const nobody = { identifiers: { email: "stranger@example.com" } };
    expect(await ask({ verb: "look_up", ...nobody })).toEqual({ kind: "not_found" });
    expect(await ask({ verb: "export", ...nobody })).toEqual({ kind: "not_found" });
  });

  it("erases those and leaves every other byte as it was; asked again it answers the same and touches nothing", async () => {
    const first = await ask({ verb: "erase", effectKey: "e-1" });
    expect(first).toEqual({ kind: "done", counts: { customers: 2 } });
    const left = `\uFEFF"E-Mail",Number,Note\r\nother@example.com,B-2,\r\nrobin@example.com,B-9,of somebody else\r\n`;
    expect(read()).toBe(left);
    list(csv);
    expect(await ask({ verb: "erase", effectKey: "e-1" })).toEqual(first);
    expect(read()).toBe(csv);
    expect(await ask({ verb: "erase", effectKey: "e-2", identifiers: { email: "x@example.com" } })).toEqual({
      kind: "not_found",
    });
  });

  it("PRV-11: what is kept of an effect names nobody", async () => {
    await ask({ verb: "erase", effectKey: "e-1" });
    const [name = ""] = readdirSync(join(folder, ".habeas-effects"));
    expect(readFileSync(join(folder, ".habeas-effects", name), "utf8")).toBe(
      '{"counts":{"customers":2},"isDone":true}',
    );
    expect(name).not.toContain("e-1");
  });

  it("FLT-02: killed before the move it is done again, killed after it is answered for what was done", async () => {
    const about = { counts: { customers: 2 }, isDone: false };
    await keepFileEffect(folder, "before", about);
    expect(await ask({ verb: "erase", effectKey: "before" })).toEqual({ kind: "done", counts: { customers: 2 } });
    expect(read()).not.toContain("A-1");
    await keepFileEffect(folder, "after", about);
    expect(await ask({ verb: "erase", effectKey: "after" })).toEqual({ kind: "done", counts: { customers: 2 } });
  });

  it("a half-written file of a crash is thrown away, and a file that changed meanwhile is left alone", async () => {
    list("half", "list.csv.habeas-partial");
    expect(await ask({ verb: "erase", effectKey: "e-1" })).toMatchObject({ kind: "done" });
    expect(readdirSync(folder).sort()).toEqual([".habeas-effects", "list.csv"]);
    const path = join(folder, "list.csv");
    const original = await openFile(path);
    async function* pieces() {
      list("newer");
      yield "old";
    }
    const replaced = replaceFile(path, { original, pieces: pieces(), beforeMove: async () => {} });
    expect(await fault(replaced)).toMatch(/changed while it was read/);
    await original.close();
    expect([read(), existsSync(`${path}.habeas-partial`)]).toEqual(["newer", false]);
  });

  it("finds nobody by a name alone or by nothing, changes nothing, and knows its one category", async () => {
    const nothing = "nothing that its records are found by is known";
    for (const identifiers of [{ name: "Robin" }, { email: " " }, {}] as Record<string, string>[])
      expect(await ask({ verb: "erase", identifiers })).toEqual({ kind: "exception", reason: nothing });
    expect(await ask({ verb: "rectify" })).toMatchObject({ kind: "exception" });
    expect(await ask({ verb: "export", categories: ["customers", "orders"] })).toMatchObject({ kind: "exception" });
    expect(read()).toBe(csv);
  });
});

describe("asking JSON", () => {
  const of = { path: "list.json", format: "json", identifierFields: { email: "mail" } } as const;
  const people = [
    { mail: "robin@example.com", tags: ["a"] },
    { mail: "other@example.com", note: "ü" },
  ];

  it("one object on each line", async () => {
    const [robin, other] = people.map((one) => `${JSON.stringify(one)}\n`);
    list(`${robin}\n${other}`, "list.json");
    const [row] = await rowsIn(await ask({ verb: "export" }, of));
    expect(row).toEqual({ category: "customers", row: { mail: "robin@example.com", tags: '["a"]' } });
    expect(await ask({ verb: "erase" }, of)).toEqual({ kind: "done", counts: { customers: 1 } });
    expect(read("list.json")).toBe(`\n${other}`);
  });

  it("one list", async () => {
    const more = [...people, { mail: "third@example.com" }];
    list(JSON.stringify(more, null, 2), "list.json");
    expect(await ask({ verb: "look_up" }, of)).toEqual({ kind: "found", counts: { customers: 1 } });
    await ask({ verb: "erase" }, of);
    expect(JSON.parse(read("list.json"))).toEqual(more.slice(1));
    await ask({ verb: "erase", effectKey: "e", identifiers: { email: "third@example.com" } }, of);
    await ask({ verb: "erase", effectKey: "f", identifiers: { email: "other@example.com" } }, of);
    expect(JSON.parse(read("list.json"))).toEqual([]);
  });
});

describe("a file that cannot be asked", () => {
  it.each<[string, string]>([
    ["no such column", "mail,Number,Note\na,b,c\n"],
    ["a quotation mark alone", 'E-Mail,Number,Note\n"a,b,c\n'],
    ["what follows a quotation", 'E-Mail,Number,Note\n"a"x,b,c\n'],
    ["too many cells", "E-Mail,Number,Note\na,b,c,d\n"],
  ])("%s is a fault, and the file stays as it is", async (_, text) => {
    list(text);
    expect(await fault(ask({ verb: "erase" }))).toMatch(/^file: /);
    expect(read()).toBe(text);
  });

  it("what is not UTF-8 is not written as something else", async () => {
    writeFileSync(
      join(folder, "list.csv"),
      Buffer.from("E-Mail,Number,Note\nrobin@example.com,A-1,\nx,y,\xfc\n", "latin1"),
    );
    expect(await fault(ask({ verb: "erase" }))).toMatch(/UTF-8/);
  });

  it("V5.3.2: no path leads out of the organisation's folder, and no link does", async () => {
    mkdirSync(join(dataDir, "systems", "other"));
    writeFileSync(join(dataDir, "systems", "other", "list.csv"), csv);
    symlinkSync(join(dataDir, "systems", "other"), join(folder, "linked"));
    symlinkSync(join(dataDir, "systems", "other", "list.csv"), join(folder, "link.csv"));
    mkdirSync(join(folder, "list.csv"));
    for (const path of [
      "../other/list.csv",
      "x/../../other/list.csv",
      "linked/list.csv",
      "link.csv",
      join(dataDir, "systems", "other", "list.csv"),
      ".habeas-effects/x.json",
      "list.csv",
      "gone.csv",
      "nul\0.csv",
      ".",
    ])
      expect(await fault(ask({ verb: "look_up" }, { path }))).toMatch(/^file: /);
  });

  it("a link that takes the file's place after it was judged is not followed", async () => {
    list(csv);
    renameSync(join(folder, "list.csv"), join(folder, "real.csv"));
    symlinkSync(join(folder, "real.csv"), join(folder, "list.csv"));
    expect(await fault(openFile(join(folder, "list.csv")))).toMatch(/ELOOP/);
  });

  it("trying it out looks at its titles", async () => {
    list(csv);
    expect(await fault(tryFile(system()))).toBe("answered");
    expect(await fault(tryFile(system({ identifierFields: { email: "Mail" } })))).toMatch(/no column "Mail"/);
    expect(await fault(tryFile(system({ path: "gone.csv" })))).toMatch(/not there/);
  });
});

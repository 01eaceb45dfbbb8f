import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparing } from "./constant-compare";
import { fileMatcher } from "./file-matcher";
import { readCsv } from "./read-csv";

const now = new Date("2026-12-04T10:00:00Z");
const list = `\uFEFFemail,name,number,postcode,born
robin@example.com,"Canary, Robin",A-1,10115,1990-04-03
other@example.com,"Canary, Robin",B-2,20095,1971-01-01
nobody@example.com,No Birthday,C-3,30159,
`;
let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "habeas-list-"));
  path = join(folder, "people.csv");
  writeFileSync(path, list);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (points: Record<string, string>, name = "canary,  robin", email = "stranger@example.com") =>
  fileMatcher(path, ["number", "postcode", "born"])({ name, email, points }, now);

describe("a list of people", () => {
  it("says how many points fit, in whatever form they were typed", async () => {
    expect(await ask({ number: "a1", postcode: " 10115 " })).toEqual({ matched: 2, addressOnFile: false });
    expect(await ask({ number: "a1", postcode: "10117" })).toEqual({ matched: 1, addressOnFile: false });
    expect(await ask({ number: "a1", postcode: "10115", born: "1990 04 03" })).toMatchObject({ matched: 3 });
  });

  it("ATK-I6: points of two people of one name never add up", async () => {
    expect(await ask({ number: "A-1", postcode: "20095" })).toMatchObject({ matched: 1 });
  });

  it("what fits somebody of another name fits nobody, and their address is not on file", async () => {
    const answer = await ask({ number: "A-1", postcode: "10115" }, "Robin Sparrow", "robin@example.com");
    expect(answer).toEqual({ matched: 0, addressOnFile: false });
  });

  it("knows the address under that name", async () => {
    expect(await ask({}, "Canary, Robin", "robin@example.com")).toEqual({ matched: 0, addressOnFile: true });
  });

  it("what the list does not have is not shown by leaving it out", async () => {
    const points = { number: "C-3", postcode: "30159", born: " - " };
    expect(await ask(points, "No Birthday", "x@example.com")).toMatchObject({ matched: 2 });
    expect(await ask({}, "", "")).toEqual({ matched: 0, addressOnFile: false });
  });

  it("a list that is not there, or lacks a column, is no answer", async () => {
    const matcher = (at: string, ids: string[]) => fileMatcher(at, ids)({ name: "x", email: "x", points: {} }, now);
    await expect(matcher(join(folder, "gone.csv"), [])).rejects.toThrow("ENOENT");
    await expect(matcher(path, ["invoice"])).rejects.toThrow('no column "invoice"');
  });
});

describe("ATK-M10: comparing", () => {
  it("goes by digests of one length under a key of one question", () => {
    const fits = comparing(Buffer.alloc(32));
    expect([fits.point("a-1", "A1"), fits.point("a1", "a2"), fits.point("", ""), fits.point("a", "")]).toEqual([
      1, 0, 0, 0,
    ]);
    expect([fits.name("Bo", "bo"), fits.email("a@example.com", " A@Example.com")]).toEqual([1, 1]);
  });
});

describe("reading CSV (RFC 4180)", () => {
  it.each([
    [
      "plain",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "CRLF and no end of line",
      "a,b\r\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["quotes, commas and line ends", '"a ""x""","b,\nc"\n', [['a "x"', "b,\nc"]]],
    [
      "empty cells and lines",
      "a,,\n\n,b\n1,",
      [
        ["a", "", ""],
        ["", "b"],
        ["1", ""],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => {
    expect(readCsv(text)).toEqual(rows);
  });

  it("says where it is no CSV", () => {
    expect(() => readCsv('a\n"b"c')).toThrow("no CSV at character");
  });
});

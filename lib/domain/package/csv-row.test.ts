import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { csvRow } from "./csv-row";

const read = (text: string, delimiter = ",") => Papa.parse<string[]>(text, { delimiter }).data;

describe("ATK-U5: a CSV of the package", () => {
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+49 170 1234", "'+49 170 1234"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1+1", "'＝1+1"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["  =1", "  '=1"],
    ["plain", "plain"],
    ["a=b", "a=b"],
  ])("%j stands as %j", (given, shown) => {
    expect(read(csvRow([given]))[0]).toEqual([shown]);
  });

  it("where the computer's separator is a semicolon or a tab, no new cell begins as a formula either", () => {
    for (const given of ['x;=HYPERLINK("http://evil.example.com")', "x\t=1+1", "x\n=1+1", 'x;"=1+1"', "x\r\n@A1"]) {
      for (const delimiter of [";", "\t", "|"]) {
        for (const cell of read(csvRow(["first", given]), delimiter).flat()) {
          expect(cell.replace(/^["\s]+/, "")).not.toMatch(/^[=+\-@]/);
        }
      }
    }
  });

  it("numbers, yes and no, and nothing stay what they are", () => {
    expect(csvRow([-12.5, 1e21, true, false, null, ""])).toBe("-12.5,1e+21,true,false,,\r\n");
  });

  it("RFC 4180: whatever is in a cell, the line reads back as the same cells", () => {
    const cell = fc.string({ unit: "grapheme" }).filter((text) => !/[=+\-@＝＋－＠\t\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 8 }), (cells) => {
        expect(read(csvRow(cells))[0]).toEqual(cells);
      }),
    );
  });

  it("no cell of any text begins with what a spreadsheet runs", () => {
    const sign = fc.constantFrom("=", "+", "-", "@", ";", "\t", "\n", "\r", '"', " ", "a", ",", "'");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        for (const delimiter of [",", ";", "\t"]) {
          for (const cell of read(csvRow(["x", text]), delimiter).flat()) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

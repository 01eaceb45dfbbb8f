import { expect, test } from "vitest";
import { readTable } from "./read-table";

const bytes = (text: string) => new TextEncoder().encode(text);
const table = { heads: ["Name", "Stadt"], rows: [["Zoë", "Köln"]] };

test.each([
  ["commas", "Name,Stadt\r\nZoë,Köln\r\n"],
  ["semicolons, as German spreadsheets write", "Name;Stadt\nZoë;Köln"],
  ["tabs", "Name\tStadt\nZoë\tKöln\n\n"],
  ["a byte-order mark", "\uFEFFName,Stadt\nZoë,Köln"],
])("%s", (_, text) => expect(readTable(bytes(text))).toEqual({ ok: true, table }));

test("Windows-1252 is read as what it is", () => {
  const old = Uint8Array.from("Name;Stadt\nZo\xeb;K\xf6ln", (character) => character.charCodeAt(0));
  expect(readTable(old)).toEqual({ ok: true, table });
});

test("a quoted cell may hold lines and signs", () => {
  const read = readTable(bytes('Name,Words\nAda,"one, two\nand ""three"""\n'));
  expect(read).toMatchObject({ table: { rows: [["Ada", 'one, two\nand "three"']] } });
});

test.each([
  ["", "There are no rows"],
  ["Name,Stadt\n", "There are no rows"],
  ['Name,Stadt\n"Zoë,Köln\n', "does not end"],
  ["PK\u0003\u0004\u0000\u0000", "This is no CSV file"],
  [`Name\n${"a\n".repeat(20_001)}`, "20001 rows"],
])("%j is said in words", (text, says) => {
  const read = readTable(bytes(text));
  expect(read.ok ? "" : read.problem).toContain(says);
});

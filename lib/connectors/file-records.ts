import "server-only";
import type { FileHandle } from "node:fs/promises";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Cell } from "@/lib/domain/systems/system-question";
import { parsed } from "./answer-rows";
import { connectorLimits } from "./connector-limits";
import { readCsv } from "./read-csv";

/**
 * A record as it stands in the file, and what it says; `row` null for what is no record: the line of titles, empty lines.
 * `inList`: a comma stands between it and the one before.
 */
export type FileRecord = { text: string; row: Readonly<Record<string, Cell>> | null; inList?: true };

/** Every part of a CSV (RFC 4180, UTF-8): put one behind the other, the texts are the file. */
export async function* csvRecords(file: FileHandle): AsyncGenerator<FileRecord> {
  let titles: string[] | null = null;
  let number = 0;
  for await (const text of wholeRecords(linesWithEnds(file))) {
    number += 1;
    const cells = cellsOf(text, number);
    if (!cells || !titles) {
      titles ??= cells?.map((cell) => cell.trim()) ?? null;
      yield { text, row: null };
      continue;
    }
    if (cells.length > titles.length)
      throw new SystemUnanswered("file", `record ${number} has more cells than the line of titles`);
    yield { text, row: Object.fromEntries(titles.map((title, place) => [title, cells[place] ?? ""])) };
  }
}

function cellsOf(text: string, number: number): string[] | null {
  try {
    return readCsv(text)[0] ?? null;
  } catch {
    throw new SystemUnanswered("file", `record ${number} is no CSV`);
  }
}

/** A line end between quotation marks belongs to its cell: as long as their number is odd, a record goes on. */
async function* wholeRecords(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const line of lines) {
    held += line;
    if (held.length > connectorLimits.row) throw new SystemUnanswered("file", "a quotation mark in it has no partner");
    if ((held.split('"').length - 1) % 2 === 1) continue;
    yield held;
    held = "";
  }
  if (held !== "") throw new SystemUnanswered("file", "a quotation mark in it has no partner");
}

/** Every line of a file of JSON objects, one on each line, or the objects of one JSON list. */
export async function* jsonRecords(file: FileHandle): AsyncGenerator<FileRecord> {
  const { size } = await file.stat();
  const [first] = (await file.read(Buffer.alloc(64), 0, 64, 0)).buffer
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (first === "[") {
    yield* listed(file, size);
    return;
  }
  let number = 0;
  for await (const text of linesWithEnds(file)) {
    number += 1;
    yield { text, row: text.trim() === "" ? null : rowOf(parsed(text.replace(/^\uFEFF/, "")), number) };
  }
}

/** A list has to be read whole. It is written anew with one object on each line. */
async function* listed(file: FileHandle, size: number): AsyncGenerator<FileRecord> {
  if (size > connectorLimits.wholeFile)
    throw new SystemUnanswered("file", "a JSON list as large as this must be written as one object a line");
  const list = parsed((await readWhole(file)).replace(/^\uFEFF/, ""));
  if (!Array.isArray(list)) throw new SystemUnanswered("file", "it is no JSON list");
  yield { text: "[", row: null };
  for (const [place, item] of list.entries())
    yield { text: JSON.stringify(item), row: rowOf(item, place + 1), inList: true };
  yield { text: "\n]\n", row: null };
}

async function readWhole(file: FileHandle): Promise<string> {
  let text = "";
  for await (const line of linesWithEnds(file, connectorLimits.wholeFile)) text += line;
  return text;
}

function rowOf(value: unknown, number: number): Record<string, Cell> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new SystemUnanswered("file", `record ${number} is no JSON object`);
  return Object.fromEntries(
    Object.entries(value).map(([name, cell]) => [
      name,
      typeof cell === "object" && cell !== null ? JSON.stringify(cell) : (cell as Cell),
    ]),
  );
}

/** The lines of a file with their ends, read from its start; what is no UTF-8 is a fault and not rewritten as something else. */
async function* linesWithEnds(file: FileHandle, longest: number = connectorLimits.row): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const piece = Buffer.alloc(65_536);
  let [rest, at] = ["", 0];
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) break;
      at += bytesRead;
      rest += decoder.decode(piece.subarray(0, bytesRead), { stream: true });
      let from = 0;
      for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", from)) {
        yield rest.slice(from, end + 1);
        from = end + 1;
      }
      rest = rest.slice(from);
      if (rest.length > longest) throw new SystemUnanswered("file", "a line of it does not end");
    }
    rest += decoder.decode();
  } catch (fault) {
    throw fault instanceof TypeError ? new SystemUnanswered("file", "it is not written in UTF-8") : fault;
  }
  if (rest !== "") yield rest;
}

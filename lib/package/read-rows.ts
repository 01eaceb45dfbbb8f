import type { ExportedRow } from "@/lib/domain/systems/system-question";

/** Bytes of one row. A value that is larger is no row of a table: it is uploaded as a file. */
export const longestRow = 8 * 1024 * 1024;

/** Rows of an export that cannot be read. Names the line and never what stands in it. */
export class UnreadableRows extends Error {}

/**
 * The rows of an export (NDJSON of ExportedRow), in the handfuls in which its bytes come: nothing but that stands in memory.
 *
 * @throws UnreadableRows where a line is no row, or longer than `longestRow`
 */
export async function* readRows(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ExportedRow[]> {
  let place = 0;
  for await (const lines of linesOf(bytes)) {
    const first = place + 1;
    place += lines.length;
    yield lines.flatMap((line, ahead) => (line.trim() === "" ? [] : [rowOf(line, first + ahead)]));
  }
}

/** Whole lines. A handful and not one by one: each wait for the next costs as much as reading a row. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let begun: Buffer[] = [];
  let held = 0;
  for await (const piece of bytes) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const end = chunk.lastIndexOf(10);
    if (end >= 0) {
      yield Buffer.concat([...begun, chunk.subarray(0, end)])
        .toString("utf8")
        .split("\n");
      begun = [];
      held = 0;
    }
    const rest = chunk.subarray(end + 1);
    if (rest.length > 0) begun.push(rest);
    held += rest.length;
    if (held > longestRow) throw new UnreadableRows("a row is longer than 8 MB");
  }
  if (begun.length > 0) yield [Buffer.concat(begun).toString("utf8")];
}

function rowOf(line: string, place: number): ExportedRow {
  const read = parsed(line);
  if (!isObject(read) || typeof read.category !== "string" || read.category === "" || !isObject(read.row)) {
    throw new UnreadableRows(`line ${place} is no row`);
  }
  return { category: read.category, row: read.row as ExportedRow["row"] };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

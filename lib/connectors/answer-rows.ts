import "server-only";
import { z } from "zod";
import { SystemUnanswered } from "@/lib/domain/systems/system-problem";
import type { Cell, Counts, ExportedRow, SystemQuestion } from "@/lib/domain/systems/system-question";
import { connectorLimits } from "./connector-limits";

const rowLine = z.strictObject({ category: z.string().max(200), row: z.record(z.string().max(500), z.unknown()) });
const endLine = z.strictObject({ end: z.record(z.string().max(200), z.number().int().min(0)) });

/** Most columns of one row; more is no row of anything. */
const mostColumns = 2_000;

/** The lines of a text that comes in pieces, without their ends and without empty ones. @throws SystemUnanswered */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<string> {
  let held: Buffer[] = [];
  let [heldBytes, allBytes] = [0, 0];
  const whole = () => Buffer.concat(held).toString("utf8").trim();
  for await (const piece of pieces) {
    allBytes += piece.byteLength;
    if (allBytes > mostBytes) throw new SystemUnanswered("too_much", `more than ${mostBytes} bytes`);
    let rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      held.push(rest.subarray(0, end));
      const line = whole();
      held = [];
      heldBytes = 0;
      rest = rest.subarray(end + 1);
      if (line !== "") yield line;
    }
    heldBytes += rest.length;
    if (heldBytes > connectorLimits.row) throw new SystemUnanswered("too_much", "a line that does not end");
    if (rest.length > 0) held.push(rest);
  }
  const last = whole();
  if (last !== "") yield last;
}

/**
 * The rows of an answer: a JSON object `{category, row}` on each line, and `{"end": {category: count}}` on the last. An answer
 * without its end, or with other counts than it says, was cut off: it is asked for again, and nothing of it is handed out.
 *
 * @throws SystemUnanswered
 */
export async function* rowsOf(
  lines: AsyncIterable<string>,
  { categories }: Pick<SystemQuestion, "categories">,
): AsyncGenerator<ExportedRow> {
  const counted: Record<string, number> = {};
  let end: Counts | null = null;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (end) throw new SystemUnanswered("unreadable", `line ${number} comes after the end`);
    const read = parsed(line);
    const ended = endLine.safeParse(read);
    if (ended.success) {
      end = ended.data.end;
      continue;
    }
    const row = rowLine.safeParse(read);
    if (!row.success || Object.keys(row.data.row).length > mostColumns)
      throw new SystemUnanswered("unreadable", `line ${number} is neither a row nor the end`);
    const { category } = row.data;
    if (!categories.includes(category))
      throw new SystemUnanswered("unreadable", `line ${number} is of a category that was not asked for`);
    counted[category] = (counted[category] ?? 0) + 1;
    yield { category, row: Object.fromEntries(Object.entries(row.data.row).map(([name, cell]) => [name, flat(cell)])) };
  }
  if (!end) throw new SystemUnanswered("cut_off", `after line ${number}, without its end`);
  const wrong = [...new Set([...Object.keys(end), ...Object.keys(counted)])].filter(
    (category) => (end?.[category] ?? 0) !== (counted[category] ?? 0),
  );
  if (wrong.length > 0) throw new SystemUnanswered("cut_off", "its rows are not as many as it says");
}

/** The JSON value of a text, or undefined. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A table has no cells within cells: what is nested stands there as JSON. */
function flat(value: unknown): Cell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  return JSON.stringify(value);
}

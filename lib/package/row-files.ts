import { csvRow, csvStart } from "@/lib/domain/package/csv-row";
import type { ExportedRow } from "@/lib/domain/systems/system-question";
import { plainCell, type ScannedPart } from "./scan-rows";

type Handfuls = AsyncIterable<readonly ExportedRow[]>;

/** The rows of one category as a JSON array, one row a line, exactly as the system gave them. */
export async function* jsonBytes(handfuls: Handfuls, category: string): AsyncGenerator<Uint8Array> {
  let between = "[\n";
  for await (const rows of handfuls) {
    let text = "";
    for (const one of rows) {
      if (one.category !== category) continue;
      text += between + JSON.stringify(one.row);
      between = ",\n";
    }
    if (text !== "") yield bytes(text);
  }
  yield bytes(between === "[\n" ? "[]\n" : "\n]\n");
}

/** The same rows for a spreadsheet: the columns of the scan, and what has none of its own as JSON in the last one. */
export async function* csvBytes(
  handfuls: Handfuls,
  { category, columns, moreColumns }: Pick<ScannedPart, "category" | "columns" | "moreColumns">,
): AsyncGenerator<Uint8Array> {
  const known = new Set(columns);
  const line = (row: ExportedRow["row"]) => {
    const cells = columns.map((column) => (Object.hasOwn(row, column) ? plainCell(row[column]) : null));
    return csvRow(moreColumns ? [...cells, others(row, known)] : cells);
  };
  yield bytes(csvStart + csvRow(moreColumns ? [...columns, "…"] : columns));
  for await (const rows of handfuls) {
    let text = "";
    for (const one of rows) if (one.category === category) text += line(one.row);
    if (text !== "") yield bytes(text);
  }
}

function others(row: ExportedRow["row"], known: ReadonlySet<string>): string | null {
  const rest = Object.entries(row).filter(([column]) => !known.has(column));
  return rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : null;
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

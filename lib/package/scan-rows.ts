import type { Cell, ExportedRow } from "@/lib/domain/systems/system-question";

/** The first rows that the summary shows, and how much of each cell. */
const mostShown = 20;
export const mostShownSigns = 120;
/** Columns that the CSV has of its own; what else a row holds stands in its last one as JSON. */
const mostColumns = 500;
const longestColumn = 200;

/** One category of one system: how many rows, under which columns in the order in which they came, and the first few. */
export type ScannedPart = {
  system: string;
  category: string;
  rows: number;
  columns: readonly string[];
  moreColumns: boolean;
  sample: readonly Readonly<Record<string, Cell>>[];
  /** A cell of the sample was cut. */
  cut: boolean;
};

/** Reads all rows of one system once and keeps of them what is small, whatever the rows are. */
export async function scanRows(
  system: string,
  handfuls: AsyncIterable<readonly ExportedRow[]>,
): Promise<ScannedPart[]> {
  const parts = new Map<string, Scanning>();
  for await (const rows of handfuls) for (const row of rows) note(parts, row);
  return [...parts].map(([category, { columns, ...part }]) => ({ system, category, ...part, columns: [...columns] }));
}

function note(parts: Map<string, Scanning>, { category, row }: ExportedRow): void {
  const part = parts.get(category) ?? begin();
  parts.set(category, part);
  part.rows += 1;
  noteColumns(part, row);
  if (part.sample.length < mostShown) part.sample.push(shortened(part, row));
}

type Scanning = {
  rows: number;
  columns: Set<string>;
  moreColumns: boolean;
  sample: Readonly<Record<string, Cell>>[];
  cut: boolean;
};

function begin(): Scanning {
  return { rows: 0, columns: new Set(), moreColumns: false, sample: [], cut: false };
}

function noteColumns(part: Scanning, row: ExportedRow["row"]): void {
  for (const column of Object.keys(row)) {
    if (part.columns.has(column)) continue;
    if (part.columns.size < mostColumns && column.length <= longestColumn) part.columns.add(column);
    else part.moreColumns = true;
  }
}

// A copy of what is shown: the row itself may be megabytes, and must go.
function shortened(part: Scanning, row: ExportedRow["row"]): Readonly<Record<string, Cell>> {
  const shown = [...part.columns].slice(0, 8).map((column): [string, Cell] => {
    const cell = plainCell(Object.hasOwn(row, column) ? row[column] : null);
    if (typeof cell !== "string" || cell.length <= mostShownSigns) return [column, cell];
    part.cut = true;
    return [column, Buffer.from(`${cell.slice(0, mostShownSigns).toWellFormed()}…`).toString()];
  });
  return Object.fromEntries(shown);
}

/** What a table can show of a value. A system that gives more than plain cells gives them as JSON. */
export function plainCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

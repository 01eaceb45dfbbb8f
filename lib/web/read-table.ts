import "server-only";
import Papa from "papaparse";
import { type BacklogTable, backlogRowLimit } from "@/lib/domain/backlog/import";

export type TableRead = { ok: true; table: BacklogTable } | { ok: false; problem: string };

/**
 * Reads a CSV file as tools export it: UTF-8 or Windows-1252; comma, semicolon or tab; quoted cells over several lines.
 * Empty lines are left out. The problem is a sentence for staff.
 */
export function readTable(bytes: Uint8Array): TableRead {
  if (bytes.includes(0)) return { ok: false, problem: "This is no CSV file. Save the sheet as CSV and choose that." };
  const { data, errors } = Papa.parse<string[]>(decoded(bytes), {
    skipEmptyLines: "greedy",
    delimitersToGuess: [",", ";", "\t"],
  });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken) {
    const line = (broken.row ?? 0) + 1;
    return { ok: false, problem: `A quoted cell near row ${line} does not end. Save the sheet as CSV again.` };
  }
  const [heads, ...rows] = data;
  if (!heads || rows.length === 0) {
    return {
      ok: false,
      problem: "There are no rows in it: the first line has the headings, each other one a request.",
    };
  }
  if (rows.length > backlogRowLimit) {
    return { ok: false, problem: `It has ${rows.length} rows. Choose a file of ${backlogRowLimit} rows or fewer.` };
  }
  return { ok: true, table: { heads, rows } };
}

// Spreadsheets still write Windows-1252; whatever is no UTF-8 is taken for that.
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

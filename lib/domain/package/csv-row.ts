// Decides how a row stands in the CSV of a package. Answers to RFC 4180 and to formula injection (OWASP, ATK-U5): the JSON
// beside it is exact; the CSV is for spreadsheets and has an apostrophe before whatever one would run.
import type { Cell } from "../systems/system-question";

/** Spreadsheets take a file for UTF-8 only with this in front; without it every ü is two signs. */
export const csvStart = "\uFEFF";

/** One line with its end. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

// What a formula begins with, full-width forms too. Not only at the start of a cell: where the computer's own separator is
// a semicolon or a tab, and at the start of each line, a spreadsheet begins a new cell inside ours.
const formula = /(^|[;\t\r\n|])([\p{Zs}\t\r\n"]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

// Most cells have nothing of all this, and there are millions of them.
const special = /[=+\-@\uFF1D\uFF0B\uFF0D\uFF20",;\t\r\n]/;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  // A number is no formula, also a negative one.
  if (typeof cell !== "string") return String(cell);
  if (!special.test(cell)) return cell;
  const safe = cell.replace(formula, "$1$2'").replace(/^(?=[\t\r\n])/, "'");
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

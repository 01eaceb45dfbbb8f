/**
 * Rows as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read UTF-8. A cell that a spreadsheet would run
 * as a formula is given an apostrophe first (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${csvStart}${csvLines(rows)}`;
}

/** What a file begins with when its lines are sent piece by piece. */
export const csvStart = "\uFEFF";

/** Lines without the mark in front, for a table that is sent in pieces. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

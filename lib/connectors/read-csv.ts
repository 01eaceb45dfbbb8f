/** Rows of a CSV text (RFC 4180): commas, quoted cells with doubled quotes, CRLF or LF. Empty lines are left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell, quoted or bare, and what ends it. Sticky: it must go on exactly where the last one ended.
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, "");
  while (cells.lastIndex < body.length) {
    const at = cells.lastIndex;
    const found = cells.exec(body);
    if (!found) throw new Error(`this is no CSV at character ${at + 1}`);
    const [, quoted, bare = "", end] = found;
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ",") {
      // A comma at the very end leaves one empty cell behind it.
      if (cells.lastIndex === body.length) row.push("");
      else continue;
    }
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

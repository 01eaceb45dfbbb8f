import type { Language } from "@/lib/domain/language";
import type { Cell } from "@/lib/domain/systems/system-question";
import type { Block } from "./blocks";
import { packageWords } from "./package-words";
import { mostShownSigns } from "./scan-rows";
import type { FoundPart } from "./summary";

/** More columns than this stand on no page that is held upright. */
const mostColumns = 6;

/** The first rows of a part as a table, and where the rest is. */
export function shownRows(part: FoundPart, caption: string, language: Language): Block {
  const { say } = packageWords(language);
  const head = part.columns.slice(0, mostColumns);
  const words = (cell: Cell | undefined) => cellWords(cell, { yes: say("yes"), no: say("no") });
  const rows = part.sample.map((row) => head.map((column) => words(Object.hasOwn(row, column) ? row[column] : null)));
  const whole = part.sample.length === part.rows && head.length === part.columns.length && !part.moreColumns;
  const counts = { shown: part.sample.length, rows: part.rows, columns: head.length, allColumns: part.columns.length };
  const where = whole
    ? say("tableAll", { path: part.paths.csv })
    : say("tableMore", { ...counts, path: part.paths.csv });
  return { kind: "table", caption, head, rows, note: part.cut ? `${where} ${say("cut")}` : where };
}

function cellWords(cell: Cell | undefined, { yes, no }: { yes: string; no: string }): string {
  if (cell === null || cell === undefined || cell === "") return "–";
  if (typeof cell === "boolean") return cell ? yes : no;
  return String(cell).slice(0, mostShownSigns + 1);
}

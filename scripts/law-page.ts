// Keeps docs/law.md true: the text around the marks is written by hand, the tables between them come from the laws.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lawTables } from "./law-table";

export const lawPagePath = fileURLToPath(new URL("../docs/law.md", import.meta.url));

const begin = "<!-- tables: written by `npm run law:page` from lib/domain/regimes; do not edit -->";
const end = "<!-- end of tables -->";

/** The page as it should stand; throws when a mark is missing from the page on disk. */
export function currentLawPage(page = readFileSync(lawPagePath, "utf8")): string {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`docs/law.md has lost its marks: ${begin} … ${end}`);
  return `${before}${begin}\n\n${lawTables()}\n\n${end}${after}`;
}

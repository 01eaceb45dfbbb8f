// Keeps docs/law.md true: the text around the marks is written by hand, the tables between them come from the laws.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lawTables } from "./law-table";
import { between } from "./page-between-marks";

export const lawPagePath = fileURLToPath(new URL("../docs/law.md", import.meta.url));

const marks = {
  page: "docs/law.md",
  begin: "<!-- tables: written by `npm run law:page` from lib/domain/regimes; do not edit -->",
  end: "<!-- end of tables -->",
};

/** The page as it should stand; throws when a mark is missing from the page on disk. */
export function currentLawPage(page = readFileSync(lawPagePath, "utf8")): string {
  return between(page, marks, lawTables());
}

// Keeps docs/verification.md true: the text around the marks is written by hand, what stands between them is the policy.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { between } from "./page-between-marks";
import { verificationFacts } from "./verification-facts";
import { verificationTables } from "./verification-table";

export const verificationPagePath = fileURLToPath(new URL("../docs/verification.md", import.meta.url));

const marks = {
  page: "docs/verification.md",
  begin: "<!-- written by `npm run verification:page` from lib/domain; do not edit -->",
  end: "<!-- end of what is written -->",
};

/** The page as it should stand; throws when a mark is missing from the page on disk. */
export function currentVerificationPage(page = readFileSync(verificationPagePath, "utf8")): string {
  return between(page, marks, [verificationFacts(), verificationTables()].join("\n\n"));
}

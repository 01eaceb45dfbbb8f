import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { regimeIds } from "@/lib/domain/regime";
import { currentLawPage, lawPagePath } from "./law-page";
import { lawTables } from "./law-table";

const page = readFileSync(lawPagePath, "utf8");

test("docs/law.md says what the laws in the code say: write it again with `npm run law:page`", () => {
  expect(page).toBe(currentLawPage(page));
});

test("every law is in the tables, and every source that was not read carries its mark", () => {
  const tables = lawTables();
  for (const id of regimeIds) expect(tables).toContain(`\`${id}\``);
  expect(tables).toContain("Act P-39.1 s.32 **[K]**");
  expect(tables).not.toContain("GDPR Art. 12(3); EDPB Guidelines 01/2022 §160 **[K]**");
});

test("a page without its marks is refused, never overwritten", () => {
  expect(() => currentLawPage("# Something else")).toThrow("docs/law.md has lost its marks");
});

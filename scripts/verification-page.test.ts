import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lawOf } from "@/lib/domain/laws";
import { proofRule } from "@/lib/domain/proof-policy";
import { regimeIds } from "@/lib/domain/regime";
import { rights } from "@/lib/domain/right";
import { riskSignals } from "@/lib/domain/risk-signals";
import { proofKinds, relations } from "@/lib/domain/verification";
import { currentVerificationPage, verificationPagePath } from "./verification-page";
import { policyLines, policyRow } from "./verification-table";

const page = readFileSync(verificationPagePath, "utf8");

test("docs/verification.md says what the policy says: write it again with `npm run verification:page`", () => {
  expect(page).toBe(currentVerificationPage(page));
});

/** Right and relation → the other cells, as a reader of the page finds them under one law. */
function readTable(heading: string): Map<string, string[][]> {
  const part = page.split(`\n### ${heading}\n`)[1]?.split("\n### ")[0] ?? "";
  const rows = part.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
  const found = new Map<string, string[][]>();
  for (const row of rows.slice(1)) {
    const [asked = "", by = "", ...rest] = row.slice(2, -2).split(" | ");
    for (const right of asked.split(", ")) {
      for (const relation of by === "anybody" ? relations : by.split(", ")) {
        const key = `${right}, ${relation}`;
        found.set(key, [...(found.get(key) ?? []), rest]);
      }
    }
  }
  return found;
}

test.each(regimeIds)("%s: every right × relation is on the page once, with the policy's own answer", (regime) => {
  const found = readTable(`${lawOf(regime).name} (\`${regime}\`)`);
  const expected = rights.flatMap((right) =>
    relations.map((relation) => {
      const rule = proofRule({ right, relation, regimes: [regime] });
      const [, , ...cells] = policyRow({ rights: [right], relations: [relation], rule });
      return [`${right.replaceAll("_", " ")}, ${relation}`, [cells]] as const;
    }),
  );
  expect(found).toEqual(new Map(expected));
  expect(found.size).toBe(rights.length * relations.length);
  expect(policyLines(regime).length).toBeLessThan(12);
});

test("every kind of proof and every signal is on the page, and every source that was not read carries its mark", () => {
  for (const { words } of [...Object.values(proofKinds), ...Object.values(riskSignals)]) expect(page).toContain(words);
  expect(page).toContain("11 CCR §7070(c) **[K]**");
  expect(page).not.toContain("11 CCR §7063 **[K]**");
});

test("a page without its marks is refused, never overwritten", () => {
  expect(() => currentVerificationPage("# Something else")).toThrow("docs/verification.md has lost its marks");
});

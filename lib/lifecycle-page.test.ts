import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { lifecyclePage, PAGE } from "@/scripts/lifecycle-diagram";

it("docs/lifecycle.md says what the table says (npx tsx --tsconfig tsconfig.node.json scripts/lifecycle-diagram.ts writes it)", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(lifecyclePage());
});

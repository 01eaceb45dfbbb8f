import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** No serious or critical finding of axe on the page as it stands (WCAG 2.2 A and AA). Needs JavaScript in the page. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFindings(page), page.url()).toEqual([]);
}

/** What axe finds there, each with the places: "color-contrast: p > a". */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Evaluated by the driver, not by a script element: the page's own content policy stays in force.
  await page.evaluate(source);
  const results = await page.evaluate(() => {
    // A button on its way from one theme to the other has colours that nobody chose.
    for (const animation of document.getAnimations()) animation.finish();
    return (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
  });
  const serious = results.violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { seriousFindings } from "../accessibility";

/** `DRAW_TO=<folder>` draws loss-free pictures there, for looking closely; nothing of the repository changes. */
const elsewhere = process.env.DRAW_TO;
const folder = elsewhere ?? resolve(import.meta.dirname, "../../docs/screenshots");
const file = elsewhere ? ({ type: "png" } as const) : ({ type: "jpeg", quality: 68 } as const);
const ending = elsewhere ? "png" : "jpg";
const looks = [
  { name: "desktop-light", width: 1280, height: 800, scheme: "light" },
  { name: "desktop-dark", width: 1280, height: 800, scheme: "dark" },
  { name: "phone-light", width: 390, height: 844, scheme: "light" },
  { name: "phone-dark", width: 390, height: 844, scheme: "dark" },
] as const;
/** The width of 1280 pixels read at 400 % (WCAG 1.4.10): nothing may stick out sideways. */
const narrowest = 320;

/**
 * Draws the page as it stands, whole, in all four looks: `docs/screenshots/<name>-<look>.jpg`. On the way it notes what
 * axe finds in light and dark, and whatever sticks out sideways; the drawing goes on and fails at its end.
 */
export async function draw(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.scheme });
    const path = `${folder}/${name}-${look.name}.${ending}`;
    await page.screenshot({ path, fullPage: true, animations: "disabled", ...file });
    if (look.width > 400) expect.soft(await seriousFindings(page), `${name}, ${look.name}`).toEqual([]);
    else if (look.scheme === "light") expect.soft(await sticksOut(page), `${name}, ${look.name}`).toEqual([]);
  }
  await page.setViewportSize({ width: narrowest, height: 640 });
  expect.soft(await sticksOut(page), `${name}, ${narrowest} px`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}

/** As a printer gets it, on the width of A4 between its margins: `docs/screenshots/<name>-paper.jpg`. */
export async function drawOnPaper(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 658, height: 900 });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: `${folder}/${name}-paper.${ending}`, fullPage: true, ...file });
  await page.emulateMedia({ media: "screen" });
  if (size) await page.setViewportSize(size);
}

/** Elements beyond the right edge, unless a box of their own scrolls or cuts them. */
async function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .filter((element) => !element.closest("[class*='overflow-x'], .sr-only"))
      .map((element) => `${element.tagName.toLowerCase()}: ${element.textContent?.trim().slice(0, 40)}`)
      .slice(0, 5);
  });
}

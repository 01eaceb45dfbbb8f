import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page } from "@playwright/test";
import { seriousFindings } from "../accessibility";

/** `DRAW_TO=<folder>` draws every look there, loss-free, for looking closely; nothing of the repository changes. */
const elsewhere = process.env.DRAW_TO;
const folder = elsewhere ?? resolve(import.meta.dirname, "../../docs/screenshots");
const looks = [
  { name: "desktop-light", width: 1280, height: 800, scheme: "light", kept: true },
  { name: "desktop-dark", width: 1280, height: 800, scheme: "dark", kept: false },
  { name: "phone-light", width: 390, height: 844, scheme: "light", kept: false },
  { name: "phone-dark", width: 390, height: 844, scheme: "dark", kept: true },
] as const;
/** Pages that are kept in all four looks; of the others two say enough, and the repository stays small. */
const inAllLooks =
  /^(portal-front-aimarkos|ask-rights|ask-check|request-answered|console-(queue|request-new|overdue))$/;
/** The width of 1280 pixels read at 400 % (WCAG 1.4.10): nothing may stick out sideways. */
const narrowest = 320;

/**
 * Draws the page as it stands, whole: `docs/screenshots/<name>-<look>.webp`. On the way it notes what axe finds in light
 * and dark, and whatever sticks out sideways; the drawing goes on and fails at its end.
 */
export async function draw(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.scheme });
    if (look.kept || elsewhere || inAllLooks.test(name)) await take(page, `${name}-${look.name}`);
    if (look.width > 400) expect.soft(await seriousFindings(page), `${name}, ${look.name}`).toEqual([]);
    else expect.soft(await sticksOut(page), `${name}, ${look.name}`).toEqual([]);
  }
  await page.setViewportSize({ width: narrowest, height: 640 });
  expect.soft(await sticksOut(page), `${name}, ${narrowest} px`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}

/** As a printer gets it, on the width of A4 between its margins: `docs/screenshots/<name>-paper.webp`. */
export async function drawOnPaper(page: Page, name: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 658, height: 900 });
  await page.emulateMedia({ media: "print" });
  await take(page, `${name}-paper`);
  await page.emulateMedia({ media: "screen" });
  if (size) await page.setViewportSize(size);
}

// Asked of Chromium itself: WebP is half the size of what Playwright offers.
async function take(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const chromium = await page.context().newCDPSession(page);
  const { cssContentSize } = await chromium.send("Page.getLayoutMetrics");
  const { data } = await chromium.send("Page.captureScreenshot", {
    ...(elsewhere ? { format: "png" } : { format: "webp", quality: 55 }),
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: cssContentSize.width, height: cssContentSize.height, scale: 1 },
  });
  await chromium.detach();
  writeFileSync(`${folder}/${name}.${elsewhere ? "png" : "webp"}`, Buffer.from(data, "base64"));
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

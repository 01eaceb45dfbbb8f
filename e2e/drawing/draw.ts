import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";

const folder = resolve(import.meta.dirname, "../../docs/screenshots");
const looks = [
  { name: "desktop-light", width: 1280, height: 800, scheme: "light" },
  { name: "desktop-dark", width: 1280, height: 800, scheme: "dark" },
  { name: "phone-light", width: 390, height: 844, scheme: "light" },
  { name: "phone-dark", width: 390, height: 844, scheme: "dark" },
] as const;

/** Draws the page as it stands, whole, in all four looks: `docs/screenshots/<name>-<look>.jpg`. */
export async function draw(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const size = page.viewportSize();
  for (const look of looks) {
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.scheme });
    const path = `${folder}/${name}-${look.name}.jpg`;
    await page.screenshot({ path, fullPage: true, type: "jpeg", quality: 80, animations: "disabled" });
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}

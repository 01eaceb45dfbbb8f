import { expect, type Locator, type Page } from "@playwright/test";

/** Tabs until the control has the focus, as somebody without a mouse must. */
export async function press(page: Page, target: Locator, key: string): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < 150; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press(key);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${target}`);
}

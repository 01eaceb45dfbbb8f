import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { confirm, file } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

test("a handler takes a request from the queue to a prepared answer with the keyboard alone", async ({
  staff,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await file(visitor, { organisation: "ares", email, right: "objection", details });
  await confirm(visitor, filed);
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console?view=new");
  await expectAccessible(page);

  await press(page, page.getByRole("link", { name: filed.reference }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Objection");
  await press(page, page.getByRole("button", { name: "Begin work" }), "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Done: begin work" })).toBeVisible();

  await press(page, page.getByRole("link", { name: "Prepare the answer" }), "Enter");
  await press(page, page.getByRole("radio", { name: "Granted", exact: true }), "Space");
  await press(page, page.getByRole("textbox", { name: "Answer to the person" }), "Control+End");
  await page.keyboard.type("\n\nWe stopped on the day you wrote.");
  await press(page, page.getByRole("button", { name: "Hand to the approver" }), "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Done: prepare the answer" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("We stopped on the day you wrote.");
});

test("every place that the keyboard reaches in the console shows that it has the focus", async ({ staff }) => {
  const page = await staff("handler");
  await page.goto("/console");
  const unseen: string[] = [];
  for (let stop = 0; stop < 60; stop += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const here = document.activeElement;
      if (!here || here === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(here);
      const ring = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      return { ring, name: `${here.tagName} ${here.textContent?.slice(0, 30)}` };
    });
    if (at && !at.ring) unseen.push(at.name);
  }
  expect(unseen).toEqual([]);
});

const details = { objection_use: "Profiles of how I read your letters" };

/** Tabs until the control has the focus, as somebody without a mouse must. */
async function press(page: Page, target: Locator, key: string): Promise<void> {
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

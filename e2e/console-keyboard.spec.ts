import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { press } from "./by-keyboard";
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
  await press(page, page.getByRole("button", { name: "Hand to the approver", exact: true }), "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Done: prepare the answer" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("We stopped on the day you wrote.");
});

test("by keys: from the queue to a prepared answer and back, and no key means anything while somebody types", async ({
  staff,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await file(visitor, { organisation: "ares", email, right: "objection", details });
  await confirm(visitor, filed);
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console?view=new");

  const link = page.getByRole("link", { name: filed.reference });
  await expect(link).toBeVisible();
  // One press more each time until this row has the focus: others may stand before it.
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(link).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Objection");

  await pressKey(page, "e");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Begin work");
  await press(page, page.getByRole("button", { name: "Begin work" }), "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Done: begin work" })).toBeVisible();
  await pressKey(page, "e");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Prepare the answer");
  await press(page, page.getByRole("radio", { name: "Granted", exact: true }), "Space");
  const words = page.getByRole("textbox", { name: "Answer to the person" });
  await press(page, words, "Control+End");
  await page.keyboard.type(" gqjk?/xc");
  await expect(words).toHaveValue(/gqjk\?\/xc$/);
  // Out of the box, and no further: what was typed stays.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(words).toHaveValue(/gqjk\?\/xc$/);
  await press(page, page.getByRole("button", { name: "Hand to the approver", exact: true }), "Enter");
  await expect(page.getByRole("status").filter({ hasText: "Done: prepare the answer" })).toBeVisible();

  await pressKey(page, "Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Requests");
  await expect(page).toHaveURL(/view=new$/);
});

test("the palette finds a view, a step of the open request and a person; the sheet lists the keys", async ({
  staff,
  email,
}) => {
  const visitor = rawVisitor();
  const filed = await file(visitor, { organisation: "ares", email, right: "objection", details });
  await confirm(visitor, filed);
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console");
  await pressKey(page, "?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("Next row")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await pressKey(page, "Control+k");
  const box = page.getByRole("combobox", { name: "Go to, find or do" });
  await expect(box).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("overd");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("dialog").getByRole("option", { selected: true })).toContainText("Overdue");
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();

  await pressKey(page, "Control+k");
  await page.keyboard.type(email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: filed.reference })).toBeVisible();
  expect(page.url()).not.toContain(encodeURIComponent(email));

  await page.getByRole("link", { name: filed.reference }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Objection");
  await pressKey(page, "Control+k");
  await page.keyboard.type("step assign");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Assign");
});

test("WCAG 2.1.4: single keys are turned off for a person and not for a machine; the commands stand on a page", async ({
  staff,
}) => {
  const page = await staff("dpo");
  await page.goto("/console/account");
  await page.getByRole("checkbox", { name: "Single keys do something" }).uncheck();
  await page.getByRole("button", { name: "Save keys" }).click();
  await expect(page.getByText("Single keys are off.")).toBeVisible();
  const other = await staff("dpo");
  await other.goto("/console/keys");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Keys");
  await expect(other.getByRole("main")).toContainText("Single keys are off for you.");
  await pressKey(other, "?");
  await other.keyboard.press("Control+k");
  await expect(other.getByRole("combobox", { name: "Go to, find or do" })).toBeFocused();
  await expect(other.getByRole("dialog", { name: "Keys" })).toBeHidden();

  await page.getByRole("checkbox", { name: "Single keys do something" }).check();
  await page.getByRole("button", { name: "Save keys" }).click();
  await expect(page.getByText("Single keys are on.")).toBeVisible();
  await page.getByRole("contentinfo").getByRole("link", { name: "Commands" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Commands");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("link", { name: "Due this week" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Requests");
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

/** A key of the console, once the page listens. */
async function pressKey(page: Page, key: string): Promise<void> {
  await expect(page.locator("html[data-keys]")).toBeAttached();
  await page.keyboard.press(key);
}

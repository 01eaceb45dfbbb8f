import type { Page } from "@playwright/test";
import { openInConsole } from "../handling";
import { expect, test } from "../journey";
import { openDesk } from "../staff";
import { fillQueue } from "./arrivals";
import { draw } from "./draw";

async function drawEach(page: Page, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await draw(page, name);
  }
}

test("the tools of the desk", async ({ staff, email }) => {
  const [asked] = await fillQueue(email);
  const handler = await staff("handler");
  await openDesk(handler, "AImarkOS");
  await handler.getByRole("textbox", { name: "Filter" }).fill("right:erasur due:<7d");
  await handler.getByRole("button", { name: "Show" }).click();
  await expect(handler.getByRole("main")).toContainText("erasure");
  await draw(handler, "console-query-not-understood");
  await drawEach(handler, {
    "console-import": "/console/import",
    "console-keys": "/console/keys",
    "console-commands": "/console/commands",
    "console-templates": "/console/settings/templates",
  });
  await handler.goto("/console");
  await handler.keyboard.press("Control+k");
  await expect(handler.getByRole("dialog")).toBeVisible();
  await draw(handler, "console-palette");
  const file =
    "Type;Name;E-Mail;Country;Received;Status\nErasure;Ada Example;ada@example.com;Ireland;2.11.2026;open\nrefund;B;b;X;;\n";
  await handler.goto("/console/import");
  await handler
    .getByLabel("CSV file")
    .setInputFiles({ name: "old.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await handler.getByRole("button", { name: "Look at it" }).click();
  await handler.getByRole("button", { name: "See what would happen" }).click();
  await expect(handler.getByRole("heading", { name: "What would happen" })).toBeVisible();
  await draw(handler, "console-import-trial");
  await openInConsole(handler, asked?.reference ?? "");
  await draw(handler, "console-request-page");
});

test("what a DPO sets and reports", async ({ staff }) => {
  const dpo = await staff("dpo");
  await openDesk(dpo, "AImarkOS");
  await drawEach(dpo, {
    "console-campaign": "/console/reports/overdue/campaign",
    "console-california": "/console/reports/california",
    "console-pack": "/console/reports/pack",
    "console-settings-dates": "/console/settings/dates",
    "console-settings-assignment": "/console/settings/assignment",
  });
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { type Filed, fileConfirmed } from "./raw-filing";
import { rawStaff } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

async function fileTwo(email: string): Promise<[Filed, Filed]> {
  const [user, host] = email.split("@");
  const filing = { organisation: "ares", right: "access" } as const;
  const one = await fileConfirmed(rawVisitor(), { ...filing, email: `${user}.one@${host}` });
  const two = await fileConfirmed(rawVisitor(), { ...filing, email: `${user}.two@${host}` });
  return [one, two];
}

/** One address of the queue that holds a request: searches are by hash, so its own page number does not matter. */
async function tick(page: Page, ...filed: readonly Filed[]): Promise<void> {
  for (const { reference } of filed) await page.getByRole("checkbox", { name: `Select ${reference}` }).check();
}

test("a handler gives two requests to a colleague in one step, sees each result, and gives them back", async ({
  staff,
  email,
}) => {
  const [one, two] = await fileTwo(email);
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console?view=unproven");
  await tick(page, one, two);
  await page.getByRole("button", { name: "the selected", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One step for 2 requests");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(page.getByRole("main")).toContainText("Choose what to do.");
  await page.getByRole("radio", { name: "Assign" }).check();
  await page.getByLabel("New owner").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look it over");
  await expectAccessible(page);
  await expect(page.getByRole("row").filter({ hasText: one.reference })).toContainText("can");
  await page.getByRole("button", { name: "Assign: 2 requests" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Done");
  await expectAccessible(page);
  const csv = rawStaff(await page.context().storageState());
  const { text } = await csv.get(`${new URL(page.url()).pathname}/csv`);
  expect(text).toContain(one.reference);
  await page.getByRole("button", { name: "Give them back to who had them" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Set back");
});

test("ATK-T1: a run of one organisation is not there for a desk of another, and an auditor has no boxes' step", async ({
  staff,
  email,
}) => {
  const [one] = await fileTwo(email);
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console?view=unproven");
  await tick(page, one);
  await page.getByRole("button", { name: "the selected", exact: true }).click();
  await page.getByRole("radio", { name: "Begin work" }).check();
  await page.getByRole("button", { name: "Look it over" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look it over");
  const run = page.url();
  await openDesk(page, "AImarkOS");
  const elsewhere = await page.goto(run);
  expect(elsewhere?.status()).toBe(404);
  const auditor = await staff("auditor");
  expect((await auditor.goto("/console/bulk?which=all"))?.status()).toBe(404);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the whole filter without one is begun in one step, and the page says that this cannot be undone", async ({
    staff,
    email,
  }) => {
    const [one, two] = await fileTwo(email);
    const page = await staff("handler");
    await openDesk(page, "Ares");
    await page.goto("/console?view=unproven");
    await tick(page, one);
    await page.getByRole("button", { name: "all but the selected" }).click();
    await page.getByRole("radio", { name: "Begin work" }).check();
    await page.getByRole("button", { name: "Look it over" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look it over");
    await expect(page.getByRole("main")).toContainText("It cannot be undone.");
    await expect(page.getByRole("main")).toContainText(two.reference);
    await expect(page.getByRole("main")).not.toContainText(one.reference);
  });
});

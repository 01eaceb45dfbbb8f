import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { openDesk } from "./staff";

test("R10: a request that came by telephone or mail is taken down by staff and runs like any other", async ({
  staff,
  email,
}) => {
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.getByRole("link", { name: "Enter a request" }).click();
  await page.getByRole("button", { name: "Enter request" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Choose how the request came.");
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);

  await page.getByRole("radio", { name: /telephone/i }).check();
  await page.getByRole("checkbox", { name: /^Access/ }).check();
  await page
    .getByRole("textbox", { name: "In their words" })
    .fill("Everything you have on me, please. Called at noon.");
  await page.getByRole("radio", { name: /^For themselves$/ }).check();
  await page.getByRole("textbox", { name: /^Name of the person/ }).fill("Mara Ostwind");
  await page.getByRole("combobox", { name: /lives/i }).selectOption("FR");
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(email);
  await page.getByRole("button", { name: "Enter request" }).click();

  const over = page.getByRole("main");
  await expect(over).toContainText("Mara Ostwind");
  await expect(over).toContainText("by telephone");
  await expect(over).toContainText("Called at noon.");
  const reference = page.url().split("/").at(-1) ?? "";
  const letter = await letterTo(email, /./);
  expect(letter.text).toContain(reference);

  // Found again by what callers say: name, address or reference, none of it in the address bar.
  for (const said of ["mara ostwind", email.toUpperCase()]) {
    await page.getByRole("searchbox").fill(said);
    await page.getByRole("searchbox").press("Enter");
    await expect(page.getByRole("link", { name: reference })).toBeVisible();
    expect(page.url().toLowerCase()).not.toContain(said.split(/[ @]/)[0]?.toLowerCase());
  }
  await page.getByRole("searchbox").fill(reference.toLowerCase());
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(new RegExp(`/console/requests/${reference}$`));
});

test("whoever works for several organisations sees one queue at a time and opens another by name", async ({
  staff,
  email,
}) => {
  const page = await staff("handler");
  await openDesk(page, "Ares");
  await page.goto("/console/new");
  await page.getByRole("radio", { name: /telephone/i }).check();
  await page.getByRole("checkbox", { name: /^Access/ }).check();
  await page.getByRole("radio", { name: /^For themselves$/ }).check();
  await page.getByRole("textbox", { name: /^Name of the person/ }).fill("Jonas Uhl");
  await page.getByRole("combobox", { name: /lives/i }).selectOption("FR");
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(email);
  await page.getByRole("button", { name: "Enter request" }).click();
  await expect(page).toHaveURL(/\/console\/requests\//);
  const reference = page.url().split("/").at(-1) ?? "";

  await openDesk(page, "AImarkOS");
  await page.goto("/console?view=unconfirmed");
  await expect(page.getByRole("link", { name: reference })).toHaveCount(0);
  await page.goto(`/console/requests/${reference}`);
  await expect(page.getByRole("main")).toContainText("Ares");
  await openDesk(page, "Ares");
});

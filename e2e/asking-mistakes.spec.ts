import type { Page } from "@playwright/test";
import { expect, test } from "./journey";
import { goOn, title } from "./person";

/** The page came back: the summary names what is missing, the tab's title too, and a link leads to the control. */
async function expectMistake(page: Page, sentence: string): Promise<void> {
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link", { name: sentence })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
}

const long = "All of it. ".repeat(500);

test("A1 A2 A3 · nothing that was typed is lost when a question comes back with a mistake", async ({ page, email }) => {
  await page.goto("/aimarkos/ask");
  await goOn(page);
  await expectMistake(page, "Choose who you ask for");
  await page.getByRole("radio", { name: "Somebody who asked me to act for them" }).check();
  await goOn(page);

  await goOn(page);
  await expectMistake(page, "Choose the country");
  await page.getByRole("combobox").selectOption("Canada");
  await goOn(page);
  await goOn(page);
  await expectMistake(page, "Choose the state or province from the list");
  await page.getByRole("combobox").selectOption("Quebec");
  await goOn(page);

  const acts = page.getByRole("textbox", { name: "What lets you act for them?" });
  await acts.fill(long);
  await goOn(page);
  await expectMistake(page, "Shorten this to 5,000 characters");
  await expect(acts).toHaveValue(long);
  await acts.fill("A power of attorney of March.");
  await goOn(page);

  await goOn(page);
  await expectMistake(page, "Choose at least one thing you want");
  await page.getByRole("checkbox", { name: "Correct your data" }).check();
  await page.getByRole("checkbox", { name: "I am not sure" }).check();
  await goOn(page);
  await expectMistake(page, "Choose either the things you want");
  await expect(page.getByRole("checkbox", { name: "Correct your data" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "I am not sure" })).toBeChecked();
  await page.getByRole("checkbox", { name: "I am not sure" }).uncheck();
  await page.getByRole("checkbox", { name: "Delete your data" }).check();
  await goOn(page);

  const wrong = page.getByRole("textbox", { name: "What is wrong or missing" });
  await wrong.fill("The “é” in my name,\nand the house number.");
  await goOn(page);
  await expectMistake(page, "Write a few words here");
  await expect(wrong).toHaveValue("The “é” in my name,\nand the house number.");
  await page.getByRole("textbox", { name: "What it should say" }).fill("André, 12b");
  await goOn(page);

  await page.getByRole("radio", { name: "Only a part of it" }).check();
  await goOn(page);
  await expectMistake(page, "Say which part should be deleted");
  await expect(page.getByRole("radio", { name: "Only a part of it" })).toBeChecked();
  await page.getByRole("textbox", { name: "Which part" }).fill("The old address.");
  await goOn(page);

  await page.getByLabel("Full name of the person").fill("André Roy");
  await page.getByRole("textbox", { name: /^E-mail address/ }).fill("not an address");
  await page.getByLabel("Telephone number").fill("call me");
  await goOn(page);
  for (const sentence of [
    "Enter your own name",
    "Enter an e-mail address, like",
    "Enter a telephone number with digits",
  ])
    await expectMistake(page, sentence);
  await expect(page.getByLabel("Full name of the person")).toHaveValue("André Roy");
  await expect(page.getByRole("textbox", { name: /^E-mail address/ })).toHaveValue("not an address");
  await expect(page.getByLabel("Telephone number")).toHaveValue("call me");
  await page.getByLabel("Your own full name").fill("Lou Tremblay");
  await page.getByRole("textbox", { name: /^E-mail address/ }).fill(email);
  await page.getByLabel("Telephone number").fill("+1 514 555 0123");
  await goOn(page);

  await expect(title(page)).toHaveText("Check your answers");
  for (const answer of ["A power of attorney of March.", "and the house number.", "The old address.", "Lou Tremblay"])
    await expect(page.getByRole("main")).toContainText(answer);
});

test("A1 · answers that were not sent can be deleted, and then are gone", async ({ page, email }) => {
  await page.goto("/aimarkos/ask?want=access");
  await page.getByRole("radio", { name: "Myself" }).check();
  await goOn(page);
  await page.getByRole("combobox").selectOption("Germany");
  await goOn(page);
  await page.getByLabel("Your full name").fill("Max Weber");
  await page.getByRole("textbox", { name: /^E-mail address/ }).fill(email);
  await goOn(page);
  await page.getByRole("button", { name: "Delete my answers and stop" }).click();
  await expect(page).toHaveURL(/\/aimarkos$/);
  await page.goto("/aimarkos/ask/check");
  await expect(page.getByRole("status")).toContainText("We no longer have your answers");
  await page.goto("/aimarkos/ask/contact");
  await expect(page.getByRole("main")).not.toContainText("Max Weber");
});

import { expect, test } from "../journey";
import { goOn, title } from "../person";
import { draw } from "./draw";

const everyRight = [
  "Get a copy of your data",
  "Correct your data",
  "Delete your data",
  "Move your data",
  "Object to how we use your data",
  "Pause the use of your data",
  "Take back your consent",
  "Have a person look at an automated decision",
  "Report unfair treatment by a machine",
] as const;

// Each question empty, then with its mistake, then answered: the longest way through, for somebody else.
test("every question", async ({ page }) => {
  await page.goto("/aiworksforus/ask");
  await draw(page, "ask-who");
  await goOn(page);
  await expect(page).toHaveURL(/again=1/);
  await draw(page, "ask-who-mistake");
  await page.getByRole("radio", { name: "Somebody who asked me to act for them" }).check();
  await goOn(page);
  await expect(title(page)).toContainText("What lets you act");
  await draw(page, "ask-authority");
  await goOn(page);
  await expect(title(page)).toContainText("Where does");
  await draw(page, "ask-place");
  await goOn(page);
  await expect(page).toHaveURL(/again=1/);
  await draw(page, "ask-place-mistake");
  await page.getByRole("combobox").selectOption("United States");
  await goOn(page);
  await draw(page, "ask-region");
  await page.getByRole("combobox").selectOption("California");
  await goOn(page);
  await expect(title(page)).toHaveText("What do you want?");
  await draw(page, "ask-rights");
  await goOn(page);
  await expect(page).toHaveURL(/again=1/);
  await draw(page, "ask-rights-mistake");
  await page.getByRole("checkbox", { name: "I am not sure" }).check();
  await goOn(page);
  await expect(page).toHaveURL(/\/ask\/unsure/);
  await draw(page, "ask-unsure");
  await page.getByRole("link", { name: "Back" }).click();
  await page.getByRole("checkbox", { name: "I am not sure" }).uncheck();
  for (const right of everyRight) await page.getByRole("checkbox", { name: right }).check();
  await goOn(page);
  for (const name of ["rectification", "erasure", "portability", "objection", "restriction"]) {
    await expect(page).toHaveURL(new RegExp(`/ask/${name}`));
    await draw(page, `ask-${name}`);
    if (name === "rectification") {
      await goOn(page);
      await expect(page).toHaveURL(/again=1/);
      await draw(page, `ask-${name}-mistake`);
    }
    for (const box of await page.getByRole("textbox").all()) await box.fill("My address of last year.");
    const choices = page.getByRole("radio").or(page.getByRole("checkbox"));
    if ((await choices.count()) > 0) await choices.first().check();
    await goOn(page);
  }
  for (const name of ["withdraw_consent", "automated_decision_review", "bias_report"]) {
    await expect(page).toHaveURL(new RegExp(`/ask/${name}`));
    await draw(page, `ask-${name.replaceAll("_", "-")}`);
    for (const box of await page.getByRole("textbox").all()) await box.fill("My call of 3 May.");
    await goOn(page);
  }
  await expect(page).toHaveURL(/\/ask\/contact/);
  await draw(page, "ask-contact");
  await page.getByLabel("E-mail address").first().fill("robin at example");
  await goOn(page);
  await expect(page).toHaveURL(/again=1/);
  await draw(page, "ask-contact-mistake");
  await page.getByLabel("Full name of the person").fill("Robin Example");
  await page.getByLabel("Your own full name").fill("Kim Donaudampfschifffahrtsgesellschaftskapitän-Example");
  await page
    .getByLabel("E-mail address")
    .first()
    .fill("a-very-long-address-of-somebody-who-writes-much@mail.example.com");
  await goOn(page);
  await expect(title(page)).toHaveText("Check your answers");
  await draw(page, "ask-check-long");
});

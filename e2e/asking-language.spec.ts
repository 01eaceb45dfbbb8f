import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { fileRequest } from "./person";

test("W20 · pages, letters and downloads say their language; times carry their zone, and a language can be chosen by name", async ({
  page,
  email,
}) => {
  await page.goto("/aiworksforus");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  // English is the one language that is complete so far: choosing it is kept, another is not pretended to be there.
  await page.goto("/aiworksforus/language/en");
  await expect(page).toHaveURL(/\/aiworksforus$/);
  expect((await page.goto("/aiworksforus/language/de"))?.status()).toBe(404);
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    country: "Germany",
    rights: ["Get a copy of your data"],
    name: "Ole Hansen",
    email,
  });
  const letter = await letterTo(email, /please confirm your address/);
  expect(letter.html).toMatch(/<html[^>]* lang="en"/);
  await page.goto(`${sent.page}/receipt`);
  await expect(page.getByRole("main")).toContainText(/\d{2}:\d{2} \(America\/New_York\)/);
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { askFor, fileRequest, openByLetter, openRequest, part, type Sent, send, title } from "./person";

// People of the demo's list (examples/matching/aimarkos.csv); only Rosa Meyer and Noor Haddad write from their address there.
const jonas = { name: "Jonas Weber", points: { customer: "ai 33190", postcode: "10115", bill: "2026-0871" } };
// A name that is known under another address needs more: each of these is asked for once.
const iva = { name: "Iva Horvat", points: { customer: "AI-20066", postcode: "10000" } };
const elena = { name: "Elena Park", points: { customer: "AI-77310", postcode: "95814", bill: "2026/0754" } };

const customer = "Customer number";
const postcode = "Postcode of your billing address";
const bill = "Number of your last bill";
const copy = "Get a copy of your data";

/** From the request's page to the form for data points. */
async function toMatching(page: Page, sent: Sent, link: string): Promise<void> {
  await openRequest(page, sent);
  await page.getByRole("link", { name: "Show that it is you" }).click();
  await expect(title(page)).toHaveText("Show that it is you");
  await page.getByRole("link", { name: link }).click();
  await expect(title(page)).toHaveText("Tell us what we hold about you");
}

async function compare(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text);
  await page.getByRole("button", { name: "Compare" }).click();
}

/** A person who writes from an address that nobody knows: two data points, once wrong, then right. */
async function twoPoints(
  page: Page,
  who: typeof iva & { email: string },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "Germany",
    rights: [copy],
    choices: ["Everything you hold about me"],
    name: who.name,
    email: who.email,
  });
  await expect(page.getByText("please show that it is you")).toBeVisible();
  await look(page);
  await page.getByRole("link", { name: "Show that it is you" }).click();
  const asked = part(page, copy);
  await expect(asked).toContainText("This hands out or changes personal data");
  await expect(asked).toContainText("Art. 12(6)");
  await expect(asked).toContainText("One of these is enough");
  await expect(asked).toContainText("we check this ourselves");
  await expect(page.getByRole("main").getByRole("link", { name: "Write to us" })).toBeVisible();
  await look(page);
  await toMatching(page, sent, "Tell us a few things that we hold about you");
  await expect(page.getByLabel(bill)).toHaveCount(0);
  await look(page);

  await compare(page, { [customer]: who.points.customer, [postcode]: "10117" });
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "That does not fit. Check every line",
  );
  // Neither which line it was, nor whether the name is known; and what was typed is still there.
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
  await expect(page.getByLabel(postcode)).toHaveValue("10117");
  await look(page);

  await compare(page, { [postcode]: who.points.postcode });
  await expect(page.getByRole("status")).toContainText("We have what we need to know that it is you");
  await expect(part(page, "What happened")).toContainText("You showed that it is you");
  await expect(page.getByRole("link", { name: "Show that it is you" })).toHaveCount(0);
}

/** Somebody whose address is on file under their name is asked for nothing. */
async function recognised(page: Page, who: { name: string; email: string }): Promise<void> {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "Germany",
    rights: [copy],
    choices: ["Everything you hold about me"],
    ...who,
  });
  await expect(async () => {
    await openRequest(page, sent);
    await expect(part(page, "What happened")).toContainText("We know the address that you confirmed", {
      timeout: 1000,
    });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("link", { name: "Show that it is you" })).toHaveCount(0);
  await page.goto(`${sent.page}/proof`);
  await expect(page.getByRole("main")).toContainText("We need nothing more from you");
}

/** Three points and a declaration under penalty of perjury: what the law of California wants for a copy. */
async function californian(page: Page, email: string, look: (page: Page) => Promise<void>): Promise<void> {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "United States",
    region: "California",
    rights: [copy],
    choices: ["Everything you hold about me"],
    name: elena.name,
    email,
  });
  await toMatching(page, sent, "Tell us three things that we hold about you");
  await compare(page, {
    [customer]: elena.points.customer,
    [postcode]: elena.points.postcode,
    [bill]: elena.points.bill,
  });
  await expect(page.getByRole("status")).toContainText("One thing is still missing");
  await expect(part(page, copy)).toContainText("11 CCR §§7061(a), 7062");
  await look(page);
  await page.getByRole("link", { name: "Sign a declaration that it is you" }).first().click();
  await expect(page.getByRole("main")).toContainText(
    "I declare under penalty of perjury under the laws of the State of California",
  );
  await look(page);
  await page.getByLabel("Your full name").fill("Somebody Else");
  await page.getByRole("button", { name: "Sign the declaration" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Tick the box");
  await page.getByLabel("I have read this and declare it").check();
  await page.getByRole("button", { name: "Sign the declaration" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Type the name as it stands in the request",
  );
  await look(page);
  await page.getByLabel("Your full name").fill("elena  park");
  await page.getByRole("button", { name: "Sign the declaration" }).click();
  await expect(page.getByRole("status")).toContainText("We have what we need to know that it is you");
  await expect(part(page, "Messages")).toContainText("under penalty of perjury");
}

const unseen = async () => {};

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("A10 · AImarkOS asks a person without an account for two things that it holds, and a wrong one says nothing", async ({
    page,
    email,
  }) => {
    await twoPoints(page, { ...jonas, email }, unseen);
  });

  test("A10 · whoever writes from the address that AImarkOS has on file is asked for nothing", async ({ page }) => {
    await recognised(page, { name: "Noor Haddad", email: "noor.haddad@example.org" });
  });

  test("A10 · a Californian shows three things and signs under penalty of perjury before AImarkOS hands out a copy", async ({
    page,
    email,
  }) => {
    await californian(page, email, unseen);
  });

  test("A10, A5 · nobody is asked who they are to stop marketing", async ({ page, email }) => {
    await askFor(page, {
      organisation: "aimarkos",
      country: "Germany",
      rights: ["Stop marketing"],
      name: "Ulla Stein",
      email,
    });
    await expect(page.getByRole("main")).toContainText("We ask for no proof for this");
    const sent = await send(page);
    await openByLetter(page, await letterTo(email, /we have your request/));
    await expect(page.getByRole("link", { name: "Show that it is you" })).toHaveCount(0);
    await page.goto(`${sent.page}/proof`);
    await expect(page.getByRole("main")).toContainText("We need nothing more from you");
    await expect(page.getByRole("main")).toContainText("We ask for no proof for this");
    await page.goto(`${sent.page}/proof/match`);
    await expect(page.getByRole("main")).toContainText("There is nothing to compare");
  });
});

test.describe("with scripts", () => {
  test("A10 · every page on which a person shows who they are can be used by everybody", async ({ page, email }) => {
    test.slow();
    await twoPoints(page, { ...iva, email }, expectAccessible);
  });

  test("A10 · the declaration of a Californian can be used by everybody", async ({ page, email }) => {
    await californian(page, email, expectAccessible);
  });

  test("A10 · before anything is sent, the last page says what will be checked, why and how", async ({
    page,
    email,
  }) => {
    await askFor(page, {
      organisation: "aimarkos",
      country: "Germany",
      rights: [copy],
      choices: ["Everything you hold about me"],
      name: jonas.name,
      email,
    });
    const main = page.getByRole("main");
    await expect(main).toContainText("One of these is enough");
    await expect(main).toContainText("two details about you that match what we hold");
    await expect(main).toContainText("You can always write to us");
  });

  test("A10 · an address that AImarkOS knows is recognised without a question", async ({ page }) => {
    await recognised(page, { name: "Rosa Meyer", email: "rosa.meyer@example.com" });
  });
});

import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

async function ask(page: Page, query: string) {
  await page.getByRole("textbox", { name: "Filter" }).fill(query);
  await page.getByRole("button", { name: "Show" }).click();
}

const shown = (page: Page, reference: string) => page.getByRole("main").getByRole("link", { name: reference });

async function walk(page: Page, filed: { reference: string }, email: string) {
  await openDesk(page, "Ares");

  // Typed: the address says it, a chip says it in words, and a chip takes itself off.
  await ask(page, "Right:Objection status:open -place:US");
  await expect(page).toHaveURL(/q=status%3Aopen\+right%3Aobjection\+-place%3AUS$/);
  await expect(shown(page, filed.reference)).toBeVisible();
  const chips = page.getByRole("navigation", { name: "Filters in use" });
  await expect(chips.getByRole("link")).toHaveText([
    /State: open, any/,
    /Right: objection/,
    /Place: not United States/,
    "Clear all",
  ]);
  await chips.getByRole("link", { name: /Right: objection/ }).click();
  await expect(page).toHaveURL(/q=status%3Aopen\+-place%3AUS$/);

  // Chosen: the same language, the same address.
  await page.getByRole("combobox", { name: "Right" }).selectOption("erasure");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/q=status%3Aopen\+right%3Aerasure\+-place%3AUS$/);
  await expect(page.getByRole("textbox", { name: "Filter" })).toHaveValue("status:open right:erasure -place:US");

  // Not understood: said beside the box, with what was meant nearest; what was typed is there and in no address.
  await ask(page, `right:erasur "${email}"`);
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("did you mean erasure?");
  await expect(page.getByRole("textbox", { name: "Filter" })).toHaveValue(`right:erasur "${email}"`);
  expect(page.url()).not.toContain(email.split("@")[0]);

  // A person is found by their whole address; it never stands in the address bar, the chip hides it.
  await openDesk(page, "Ares");
  await ask(page, `status:open "${email}"`);
  await expect(shown(page, filed.reference)).toBeVisible();
  await expect(page.getByRole("link", { name: "E-mail address: as typed (hidden)" })).toBeVisible();
  expect(page.url()).not.toContain(email.split("@")[0]);
}

async function keepView(page: Page, name: string) {
  await openDesk(page, "Ares");
  await ask(page, "status:open right:objection");
  await page.getByRole("link", { name: "Save this view" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Save this view" })).toBeVisible();
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Give the view a name.");
  await page.getByRole("textbox", { name: "Name of the view" }).fill(name);
  await page.getByRole("checkbox", { name: "For everybody in the organisation" }).check();
  await page.getByRole("button", { name: "Save view" }).click();
  const saved = page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: new RegExp(name) });
  await expect(saved).toHaveAttribute("aria-current", "page");
}

async function removeView(page: Page, name: string) {
  await page.goto("/console/views");
  await page.getByRole("link", { name: `Change ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByRole("button", { name: "Remove view" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Tick the box");
  await page.getByRole("checkbox", { name: "Remove it for everybody in the organisation" }).check();
  await page.getByRole("button", { name: "Remove view" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Views and columns" })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
}

const details = { objection_use: "Profiles of how I read your letters" };
const filing = (email: string) =>
  fileConfirmed(rawVisitor(), { organisation: "ares", email, right: "objection", details });

test("the queue is asked in words, by typing and by choosing, and says what it does not understand", async ({
  staff,
  email,
}) => {
  const filed = await filing(email);
  const page = await staff("handler");
  await walk(page, filed, email);
  await expectAccessible(page);

  await keepView(page, "Objections");
  await expectAccessible(page);
  const link = page.getByRole("link", { name: "Take this list away (CSV)" });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^requests-ares-\d{4}-\d{2}-\d{2}\.csv$/);
  const stream = await download.createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toContain(
    "reference,rights,place,state,received,due,our own date,days late,owner,extended,proof,contested by,decide by",
  );
  expect(text).toContain(filed.reference);
  expect(text).not.toContain(email);

  // How the table looks is a member's own; nobody else in these journeys works as the auditor of this desk.
  const looker = await staff("auditor");
  await openDesk(looker, "Ares");
  await looker.goto("/console/views");
  await expectAccessible(looker);
  await looker.getByRole("checkbox", { name: "Received" }).check();
  await looker.getByRole("checkbox", { name: "Place" }).uncheck();
  await looker.getByRole("radio", { name: "Compact" }).check();
  await looker.getByRole("button", { name: "Save table" }).click();
  await expect(looker).toHaveURL(/\/console$/);
  await looker.goto("/console?view=owed");
  await expect(looker.getByRole("columnheader", { name: "Received" })).toBeVisible();
  await expect(looker.getByRole("columnheader", { name: "Place" })).toHaveCount(0);
  await expect(looker.locator("[data-density=compact]")).toHaveCount(1);
  await looker.goto("/console?q=place%3AMT");
  await expect(looker.getByRole("main")).toContainText("No request fits");

  const dpo = await staff("dpo");
  await openDesk(dpo, "Ares");
  await expect(dpo.getByRole("navigation", { name: "Saved views" })).toContainText("Objections");
  await dpo.goto("/console/audit");
  await expect(dpo.getByRole("main")).toContainText("requests away: status:open right:objection");
  await removeView(page, "Objections");
});

test("the same without JavaScript", async ({ otherBrowser, signedIn, email }) => {
  const filed = await filing(email);
  const page = await otherBrowser({ storageState: await signedIn("handler"), javaScriptEnabled: false });
  await walk(page, filed, email);
  await keepView(page, "Objections without scripts");
  await removeView(page, "Objections without scripts");
});

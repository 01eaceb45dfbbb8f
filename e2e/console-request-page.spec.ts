import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { beginWork, openInConsole, openStep } from "./handling";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

const done = (page: Page, words: string) => page.getByRole("status").filter({ hasText: `Done: ${words}` });
const unique = () => randomBytes(3).toString("hex");

async function writeTemplate(page: Page, template: { name: string; kind: string; language: string; text: string }) {
  await page.goto("/console/settings/templates/new");
  await page.getByLabel("What it is for").selectOption({ label: template.kind });
  await page.getByLabel("Name", { exact: true }).fill(template.name);
  await page.getByLabel("Language").selectOption({ label: template.language });
  await page.getByLabel("Words").fill(template.text);
  await page.getByRole("button", { name: "Save the template" }).click();
}

for (const scripts of [true, false]) {
  test(`C1, C3, C7: snooze, mention, link and tick ${scripts ? "with" : "without"} scripts`, async ({
    otherBrowser,
    signedIn,
    email,
  }) => {
    const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
    const other = await fileConfirmed(rawVisitor(), { organisation: "ares", email: `other-${email}` });
    const page = await otherBrowser({ storageState: await signedIn("handler"), javaScriptEnabled: scripts });
    await beginWork(page, filed.reference);

    await openStep(page, filed.reference, "Snooze");
    // axe itself is a script.
    if (scripts) await expectAccessible(page);
    await page.getByRole("button", { name: "Snooze" }).click();
    await expect(done(page, "snooze")).toBeVisible();
    await expect(page.getByRole("complementary", { name: "Steps" })).toContainText("Snoozed until");
    await page.getByRole("button", { name: "Wake now" }).click();
    await expect(done(page, "wake now")).toBeVisible();

    await page.getByRole("textbox", { name: "Internal note" }).fill("Look at the second page, please.");
    await page.getByText("Mention colleagues").click();
    await page.getByRole("group", { name: "Who should read it" }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Keep as internal note" }).click();
    await expect(done(page, "add a note")).toBeVisible();

    await openStep(page, filed.reference, "Link another request");
    await page.getByLabel("Reference of the other request").fill(other.reference);
    await page.getByRole("radio", { name: "Related" }).check();
    await page.getByRole("button", { name: "Link them" }).click();
    await expect(done(page, "link another request")).toBeVisible();
    await openInConsole(page, other.reference);
    await expect(page.getByRole("main")).toContainText(filed.reference);

    await openInConsole(page, filed.reference);
    const list = page.getByRole("region", { name: "Checklist" });
    await expect(list).toContainText("0 of");
    await list.getByRole("button", { name: /Every system that can hold their data was searched/ }).click();
    await expect(list).toContainText("1 of");
    // axe itself is a script.
    if (scripts) await expectAccessible(page);
  });
}

test("C2: a template is checked, filled, put under what is typed and shown before it is sent, without scripts", async ({
  otherBrowser,
  signedIn,
  email,
}) => {
  const page = await otherBrowser({ storageState: await signedIn("handler"), javaScriptEnabled: false });
  await openDesk(page, "AImarkOS");
  const name = `Thanks ${unique()}`;
  await writeTemplate(page, { name, kind: "Message to the person", language: "Deutsch", text: "Liebe {nmae}" });
  await expect(page.getByRole("alert")).toContainText("There is no {nmae}. You can use {name}");
  await page.getByLabel("Words").fill("Dear {name}, your request {reference} is due on {dueOn}.");
  await page.getByRole("button", { name: "Save the template" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Templates");
  await expect(page.getByRole("table")).toContainText(name);

  const filed = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email });
  await openInConsole(page, filed.reference);
  const words = page.getByRole("textbox", { name: "Write to the person" });
  await words.fill("First of all: hello {there}.");
  const form = page.locator("form").filter({ has: words });
  await form.getByLabel("Template").selectOption({ label: `${name} (Deutsch only)` });
  await form.getByRole("button", { name: "Use this template" }).click();
  const message = page.getByRole("textbox", { name: "Message" });
  await expect(message).toHaveValue(
    new RegExp(`^First of all: hello \\{there\\}\\.\\n\\nDear .+, your request ${filed.reference} is due on`),
  );
  await expect(page.getByRole("main")).toContainText("The person reads English");
  await page.getByRole("button", { name: "Send to the person" }).click();
  await expect(page.getByRole("alert")).toContainText("Fill {there} before you send it");
  await message.fill((await message.inputValue()).replace(" {there}", ""));
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("region", { name: "As the person will see it" })).toContainText("First of all: hello.");
  await page.getByRole("button", { name: "Send to the person" }).click();
  await expect(done(page, "write to the person")).toBeVisible();
});

test("C4: who is overtaken reads what happened and by whom, and sends what they typed with one press", async ({
  staff,
  signedIn,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
  const colleague = rawStaff(await signedIn("dpo"));
  const page = await staff("handler");
  await openInConsole(page, filed.reference);
  await page.getByRole("textbox", { name: "Write to the person" }).fill("We have it.");
  expect((await takeNow(colleague, filed.reference, "note", { note: "I called them." })).location).toContain(
    "done=note",
  );
  await page.getByRole("button", { name: "Send to the person" }).click();
  await expect(page.getByRole("main")).toContainText("What happened meanwhile");
  await expect(page.getByRole("main")).toContainText("Note added");
  await expect(page.getByRole("textbox", { name: "Message" })).toHaveValue("We have it.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send to the person" }).click();
  await expect(done(page, "write to the person")).toBeVisible();
});

test("C8: from a step to the next request of the list, until the list is done", async ({ staff, email }) => {
  const visitor = rawVisitor();
  const filed = await fileConfirmed(visitor, { organisation: "ares", email });
  const page = await staff("handler");
  await page.goto(`/console/requests/${filed.reference}?from=%2Fconsole%3Fview%3Dowed`);
  await page.getByRole("complementary", { name: "Steps" }).getByRole("link", { name: "Assign" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Assign");
  await page.getByRole("button", { name: "Assign, then the next" }).click();
  await expect(done(page, "assign")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    /This is the next one of your list|That was the last one of your list/,
  );
});

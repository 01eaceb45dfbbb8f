import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { acceptProof, beginWork, openInConsole } from "./handling";
import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import { fileRequest, title } from "./person";
import { openDesk } from "./staff";

const finance = "finance@aimarkos.example.com";
const platform = "platform-engineering@aimarkos.example.com";
const about = (reference: string, what: string) => new RegExp(`${reference}.*${what}`);

/** An access request that is worked on and proven, and whose systems were asked. */
async function asked(person: Page, handler: Page, { name, email }: { name: string; email: string }): Promise<string> {
  const { reference } = await fileRequest(person, {
    organisation: "aimarkos",
    country: "Germany",
    rights: ["Get a copy of your data"],
    name,
    email,
  });
  await openDesk(handler, "AImarkOS");
  await beginWork(handler, reference);
  await expect(handler.getByText("Systems are asked once the request holds the proof")).toBeVisible();
  await acceptProof(handler, reference);
  await openInConsole(handler, reference);
  await expectAccessible(handler);
  await handler.getByRole("button", { name: "Ask them", exact: true }).click();
  await expect(handler.getByRole("status").filter({ hasText: "The systems are asked" })).toBeVisible();
  return reference;
}

test("GDPR Art. 12(3) · the owner of a system answers from a telephone, by link and code, without account or scripts", async ({
  page,
  email,
  staff,
  otherBrowser,
}) => {
  test.setTimeout(240_000);
  const handler = await staff("handler");
  const name = "Ottilie Ledgerfield";
  const reference = await asked(page, handler, { name, email });
  const letter = await letterTo(finance, about(reference, "look into your system"));
  // Nothing of whom it is about is in the letter (ATK-M3).
  expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toContain(name);
  expect(`${letter.text} ${letter.html}`).not.toContain(email);

  const owner = await otherBrowser({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const link = letter.link ?? "";
  await owner.goto(link);
  await expect(title(owner)).toHaveText("First, a code to your mailbox");
  // Looking uses nothing up: a scanner that opens the link a second time changes nothing.
  await owner.goto(link);
  await owner.getByRole("button", { name: "Send me a code", exact: true }).click();
  await expect(owner.getByRole("status").filter({ hasText: "a code is on its way" })).toBeVisible();
  const { code } = await letterTo(finance, about(reference, "your code"));
  await owner.getByRole("textbox", { name: "Code from the e-mail" }).fill("1");
  await owner.getByRole("button", { name: "Open the task", exact: true }).click();
  await expect(owner.getByRole("alert", { name: "There is a problem" })).toBeVisible();
  await owner.getByRole("textbox", { name: "Code from the e-mail" }).fill(code ?? "");
  await owner.getByRole("button", { name: "Open the task", exact: true }).click();

  await expect(title(owner)).toHaveText("Please look out a copy of what Billing holds");
  await expect(owner.getByRole("main")).toContainText(name);
  await expect(owner.getByRole("main")).toContainText(email);
  // An answer without a choice comes back with what was typed.
  await owner.getByRole("textbox", { name: "Anything that we should know" }).fill("Three bills, all paid.");
  await owner.getByRole("button", { name: "Send my answer", exact: true }).click();
  await expect(owner.getByRole("alert", { name: "There is a problem" })).toContainText("Choose one of the answers");
  await expect(owner.getByRole("textbox", { name: "Anything that we should know" })).toHaveValue(
    "Three bills, all paid.",
  );
  await owner.getByRole("radio", { name: "I found something, and here it is" }).check();
  await owner.getByLabel("Files").setInputFiles({
    name: "bills.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("number,amount\n1,10.00\n"),
  });
  await owner.getByRole("textbox", { name: "Bills and payments" }).fill("3");
  await owner.getByRole("button", { name: "Send my answer", exact: true }).click();
  await expect(title(owner)).toHaveText("Thank you. That is all we need");

  // The end is an end: neither the page nor the link opens anything any more.
  await owner.goto(link);
  await expect(title(owner)).toHaveText("There is nothing open here");

  await openInConsole(handler, reference);
  const row = handler.getByRole("table", { name: "Systems asked" }).getByRole("row", { name: /^Billing/ });
  await expect(row).toContainText("Answered");
  await expect(row).toContainText("Three bills, all paid.");
  await expect(row.getByRole("link", { name: /bills\.csv/ })).toBeVisible();
  await expect(handler.getByRole("region", { name: "Systems asked" }).first()).toContainText("Waiting for");
});

test("GDPR Art. 12(3) · staff see what waits for which system, ask again, answer for an owner and take a question back", async ({
  page,
  email,
  staff,
}) => {
  test.setTimeout(240_000);
  const handler = await staff("handler");
  const reference = await asked(page, handler, { name: "Wilma Tallyman", email });
  await letterTo(platform, about(reference, "look into your system"));
  for (const address of ["/console?view=systems", "/console?q=system:billing_system", "/console?q=waiting:system"]) {
    await handler.goto(address);
    await expect(handler.getByRole("main")).toContainText(reference);
  }
  await expect(handler.getByRole("link", { name: /^Waiting for a system/ })).toBeVisible();

  await openInConsole(handler, reference);
  const row = (system: RegExp) =>
    handler.getByRole("table", { name: "Systems asked" }).getByRole("row", { name: system });
  await row(/^Billing/)
    .getByRole("button", { name: "Ask again Billing", exact: true })
    .click();
  await expect(handler.getByRole("status").filter({ hasText: "It is asked again" })).toBeVisible();
  await expect
    .poll(async () => (await lettersTo(finance)).filter(({ subject }) => subject.includes(reference)).length)
    .toBe(2);

  await row(/^Inbox/)
    .getByRole("button", { name: "Take back Inbox", exact: true })
    .click();
  await expect(handler.getByRole("status").filter({ hasText: "taken back" })).toBeVisible();
  await expect(row(/^Inbox/)).toContainText("Taken back");

  await row(/^Billing/)
    .getByRole("link", { name: "Answer for Billing", exact: true })
    .click();
  await expect(title(handler)).toHaveText("Answer for Billing");
  await expectAccessible(handler);
  await handler.getByRole("radio", { name: "Not done: they may not, or cannot" }).check();
  await handler.getByRole("button", { name: "Write it down", exact: true }).click();
  await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText("Say why");
  await handler.getByRole("radio", { name: "Nothing found" }).check();
  await handler.getByRole("button", { name: "Write it down", exact: true }).click();
  await expect(handler.getByRole("status").filter({ hasText: "The answer is written down" })).toBeVisible();
  await expect(row(/^Billing/)).toContainText(/nothing found/i);
});

test("GDPR Art. 30 · an administrator registers a system, changes it and stops all questions; a secret is turned away", async ({
  staff,
}) => {
  const administrator = await staff("administrator");
  await openDesk(administrator, "Ares");
  await administrator.goto("/console/settings/systems");
  await expect(title(administrator)).toHaveText("Systems");
  await expectAccessible(administrator);
  await administrator.getByRole("link", { name: "Register a system", exact: true }).click();
  await expect(title(administrator)).toHaveText("Register a system");
  await expectAccessible(administrator);
  await administrator.getByRole("textbox", { name: "Id", exact: true }).fill("wiki");
  await administrator.getByRole("textbox", { name: "Name", exact: true }).fill("Wiki");
  await administrator.getByRole("textbox", { name: "Who answers for it" }).fill("Documentation");
  await administrator.getByRole("checkbox").first().check();
  await administrator.getByRole("radio", { name: "By a signed question over http" }).check();
  await administrator.getByRole("textbox", { name: "Address", exact: true }).fill("https://me:pw@wiki.example.com/");
  await administrator.getByRole("textbox", { name: "Variable with the secret" }).fill("hunter2");
  await administrator.getByRole("button", { name: "Save", exact: true }).click();
  const problem = administrator.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("name, password or key");
  await expect(problem).toContainText("not the secret itself");
  await administrator.getByRole("radio", { name: "By letter to its owner, who looks" }).check();
  await administrator.getByRole("button", { name: "Save", exact: true }).click();
  await expect(administrator.getByRole("status").filter({ hasText: "The system is saved" })).toBeVisible();
  await administrator.getByRole("link", { name: "Wiki", exact: true }).click();
  await expect(title(administrator)).toHaveText("Wiki");
  await administrator.getByRole("textbox", { name: "Who answers for it" }).fill("Editors");
  await administrator.getByRole("button", { name: "Save", exact: true }).click();
  await expect(administrator.getByRole("row", { name: /^Wiki/ })).toContainText("Editors");
  await administrator.getByRole("button", { name: "Stop asking all systems", exact: true }).click();
  await expect(administrator.getByRole("status").filter({ hasText: "No system is asked" })).toBeVisible();
  await administrator.getByRole("button", { name: "Let it go on", exact: true }).click();
  await administrator.getByRole("button", { name: "Take out Wiki", exact: true }).click();
  await expect(administrator.getByRole("row", { name: /^Wiki/ })).toHaveCount(0);
});

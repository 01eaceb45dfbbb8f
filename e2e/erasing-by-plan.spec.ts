import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { openInConsole, openStep, prepareAnswer, releaseAnswer } from "./handling";
import { test } from "./later-portal";
import { letterTo } from "./mailbox";
import { openByLetter, part, title } from "./person";
import { fileConfirmed } from "./raw-filing";
import { takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk, signIn } from "./staff";

test.setTimeout(500_000);

/** Staff answer for the owner of this system, as after a telephone call. */
async function answerFor(handler: Page, reference: string, system: string, answer: string): Promise<void> {
  await openInConsole(handler, reference);
  await handler.getByRole("link", { name: `Answer for ${system}`, exact: true }).click();
  await expect(title(handler)).toHaveText(`Answer for ${system}`);
  await handler.getByRole("radio", { name: answer }).check();
  await handler.getByRole("button", { name: "Write it down", exact: true }).click();
  await expect(handler.getByRole("status").filter({ hasText: "The answer is written down" })).toBeVisible();
}

test("A12 A13: an erasure is planned, released by a second person, begun after the wait, and told line by line", async ({
  portal,
  browser,
}) => {
  const before = await portal.started(4);
  const visitor = rawVisitor({ base: before.base });
  const email = "erased@example.com";
  const filed = await fileConfirmed(visitor, {
    organisation: "aimarkos",
    email,
    right: "erasure",
    details: { erasure_extent: "everything" },
  });
  const staff = rawVisitor({ base: before.base });
  await staff.post("/console/sign-in/enter", { ...before.signIn("handler"), code: "", to: "" });
  await takeNow(staff, filed.reference, "begin");
  const proof = { kind: "address_on_file", words: "Looked it up." };
  expect((await takeNow(staff, filed.reference, "accept_proof", proof)).location).toContain("done=");

  const handler = await browser.newPage({ baseURL: before.base });
  await signIn(handler, before.signIn("handler"));
  await openDesk(handler, "AImarkOS");
  await openStep(handler, filed.reference, "Plan the erasure");
  await expectAccessible(handler);
  const day = handler.getByRole("group", { name: "Newest record in “Bills and payments”" });
  await day.getByRole("textbox", { name: "Day" }).fill("31");
  await day.getByRole("textbox", { name: "Month" }).fill("2");
  await day.getByRole("textbox", { name: "Year" }).fill("2026");
  await handler.getByRole("button", { name: "Make the plan", exact: true }).click();
  await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText("give it like 31 12 2026");
  await day.getByRole("textbox", { name: "Month" }).fill("10");
  await handler.getByRole("button", { name: "Make the plan", exact: true }).click();
  const section = handler.getByRole("region", { name: "Erasure", exact: true });
  await expect(section).toContainText("Waits for an approver. Nothing is erased yet.");
  await expect(section.getByRole("row", { name: /Bills and payments/ })).toContainText(/keep until .* Oct 2033/);
  await expectAccessible(handler);

  const approver = await browser.newPage({ baseURL: before.base });
  await signIn(approver, before.signIn("approver"));
  await openDesk(approver, "AImarkOS");
  await openStep(approver, filed.reference, "Release the plan");
  await expect(
    approver.getByRole("table", { name: "What would happen, in the order in which systems are asked" }),
  ).toBeVisible();
  await expectAccessible(approver);
  await approver.getByRole("button", { name: "Release the plan", exact: true }).click();
  await expect(approver.getByRole("status").filter({ hasText: "Done: release the plan" })).toBeVisible();
  const letter = await letterTo(email, /we are about to delete your data/);
  expect(letter.text).toContain("If you change your mind");
  expect((await visitor.get(filed.page)).text).toContain("We start deleting your data on");
  await handler.context().close();
  await approver.context().close();

  const now = await portal.started(0);
  const desk = await browser.newPage({ baseURL: now.base });
  await signIn(desk, now.signIn("handler"));
  await openDesk(desk, "AImarkOS");
  // The sweep that runs when the portal starts begins it.
  await expect
    .poll(async () => {
      await openInConsole(desk, filed.reference);
      return desk.getByRole("region", { name: "Erasure", exact: true }).textContent();
    })
    .toContain("Begun on");
  await answerFor(desk, filed.reference, "Accounts and workspaces", "Found and done");
  await answerFor(desk, filed.reference, "Campaigns and reports", "Nothing found");
  await answerFor(desk, filed.reference, "Inbox", "Found and done");
  await prepareAnswer(desk, filed.reference, { outcomes: [{ right: "Erasure", outcome: "Granted" }] });
  const second = await browser.newPage({ baseURL: now.base });
  await signIn(second, now.signIn("approver"));
  await openDesk(second, "AImarkOS");
  await releaseAnswer(second, filed.reference);

  const person = await browser.newPage({
    baseURL: now.base,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await openByLetter(person, await letterTo(email, /your answer is ready/));
  const told = part(person, "What we deleted, and what we keep");
  await expect(told.getByRole("row", { name: /Account and profile/ })).toContainText("deleted on");
  await expect(told.getByRole("row", { name: /Campaign and performance/ })).toContainText("nothing found");
  await expect(told.getByRole("row", { name: /Bills and payments/ })).toContainText(/kept until .* October 2033/);
  const [saved] = await Promise.all([
    person.waitForEvent("download"),
    person.getByRole("link", { name: "Download the signed statement" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(`erasure-${filed.reference}.json`);
  for (const page of [desk, second, person]) await page.context().close();
});

import { expectAccessible } from "./accessibility";
import { openStep } from "./handling";
import { expect, test } from "./journey";
import { fileConfirmed } from "./raw-filing";
import { rawStaff, takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";

test("two handlers at one request: the second is told in words and keeps what they typed", async ({
  staff,
  signedIn,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
  const colleague = rawStaff(await signedIn("handler"));
  const page = await staff("handler");
  await openStep(page, filed.reference, "Ask for clarification");
  const typed = "Which of the two accounts do you mean?\nThe one of 2024, or the older one?";
  await page.getByRole("textbox", { name: "What we need to know" }).fill(typed);
  expect((await takeNow(colleague, filed.reference, "begin")).location).toContain("done=begin");

  await page.getByRole("button", { name: "Send and wait" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Somebody else changed this request while you were looking at it. Nothing was saved; look again.",
  );
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole("textbox", { name: "What we need to know" })).toHaveValue(typed);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send and wait" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Done: ask for clarification" })).toBeVisible();
});

test("a step that a colleague closed meanwhile says why, and the words typed into it stay readable", async ({
  staff,
  signedIn,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "ares", email });
  const colleague = rawStaff(await signedIn("handler"));
  const page = await staff("handler");
  await openStep(page, filed.reference, "Ask for clarification");
  const typed = "Please tell us which newsletter you mean.";
  await page.getByRole("textbox", { name: "What we need to know" }).fill(typed);
  await takeNow(colleague, filed.reference, "ask_clarification", { words: "A colleague asked already." });

  await page.getByRole("button", { name: "Send and wait" }).click();
  await expect(page.getByRole("main")).toContainText("This step is closed");
  await expect(page.getByRole("region", { name: "What you had typed" })).toContainText(typed);
});

test("ten approvers press release at once: one releases, nine are told, the record has one entry more", async ({
  signedIn,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), {
    organisation: "ares",
    email,
    right: "withdraw_consent",
    details: {},
  });
  const handler = rawStaff(await signedIn("handler"));
  await takeNow(handler, filed.reference, "begin");
  const form = { words: "It is stopped.", "outcome-withdraw_consent": "granted" };
  expect((await takeNow(handler, filed.reference, "prepare", form)).location).toContain("done=prepare");
  const approvers = await Promise.all(Array.from({ length: 10 }, async () => rawStaff(await signedIn("approver"))));
  const replies = await Promise.all(approvers.map((approver) => takeNow(approver, filed.reference, "release")));
  expect(replies.filter(({ location }) => location.includes("done=release"))).toHaveLength(1);
  expect(replies.filter(({ location }) => location.includes("again=1"))).toHaveLength(9);
});

import { expectAccessible } from "./accessibility";
import { beginWork, openInConsole, openStep } from "./handling";
import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import { openByLetter, part } from "./person";
import { fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";

const why = "Somebody else signed in to this account yesterday.";

test("A10: asking within the policy just works; beyond it takes a reason, and the person reads it", async ({
  page,
  staff,
  email,
}) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aiworksforus", email });
  const handler = await staff("handler");
  await beginWork(handler, filed.reference);
  await expect(part(handler, "Proof needed")).toContainText("not yet");
  await expect(part(handler, "Proof needed")).toContainText("GDPR Art. 12(6)");
  await expect(part(handler, "Proof held")).toContainText("Address confirmed by link or code");
  await expectAccessible(handler);

  await openStep(handler, filed.reference, "Ask for proof");
  await expect(handler.getByRole("group", { name: "What to ask for" })).toContainText("More than the policy asks");
  await expectAccessible(handler);
  await handler.getByRole("radio", { name: "Document checked" }).check();
  await handler.getByLabel("What to send and why").fill("Please send a copy of your card, drawn over.");
  await handler.getByRole("button", { name: "Send and wait" }).click();
  await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText("write down why");
  await expect(handler.getByLabel("What to send and why")).toHaveValue("Please send a copy of your card, drawn over.");
  await expect(handler.getByRole("radio", { name: "Document checked" })).toBeChecked();
  await expectAccessible(handler);

  await handler.getByLabel("Why do you need it?").fill(why);
  await handler.getByRole("button", { name: "Send and wait" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: ask for proof" })).toBeVisible();

  await openByLetter(page, await letterTo(email, /we need something from you/));
  await expect(part(page, "Messages")).toContainText("Please send a copy of your card, drawn over.");
  await expect(part(page, "Messages")).toContainText("Why we ask for more than we usually do:");
  await expect(part(page, "Messages")).toContainText(why);
  await expect(part(page, "What you asked")).toContainText("Any one of these is enough");
  await expectAccessible(page);
  for (const { subject, text, html } of await lettersTo(email)) {
    expect(`${subject}${text}${html}`).not.toContain("signed in to this account");
  }
});

test("A10: what the policy asks for needs no reason", async ({ staff, email }) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email });
  const handler = await staff("handler");
  await openStep(handler, filed.reference, "Ask for proof");
  await handler.getByRole("radio", { name: "Data points matched with what we hold", exact: true }).check();
  await handler.getByLabel("What to send and why").fill("Your customer number and the month you joined, please.");
  await handler.getByRole("button", { name: "Send and wait" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: ask for proof" })).toBeVisible();
  // What is rejected stays readable and counts for nothing.
  await openStep(handler, filed.reference, "Reject proof");
  await handler.getByRole("radio", { name: "Data points matched with what we hold", exact: true }).check();
  await handler.getByLabel("Why it does not do").fill("The number belongs to another name. Please look again.");
  await handler.getByRole("button", { name: "Reject and tell the person" }).click();
  await openInConsole(handler, filed.reference);
  await expect(part(handler, "Proof held")).toContainText("rejected");
  await expect(part(handler, "Proof needed")).toContainText("not yet");
});

test("A18: an opt-out is asked nothing, and its page says so", async ({ staff, email }) => {
  const filed = await fileConfirmed(rawVisitor(), { organisation: "aimarkos", email, right: "marketing_objection" });
  const handler = await staff("handler");
  await openInConsole(handler, filed.reference);
  await expect(part(handler, "Proof needed")).toContainText("none needed");
  await expect(
    handler.getByRole("complementary", { name: "Steps" }).getByRole("link", { name: "Ask for proof" }),
  ).toHaveCount(0);
});

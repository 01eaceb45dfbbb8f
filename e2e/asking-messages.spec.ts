import { beginWork, openInConsole, takeWithWords } from "./handling";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { fileRequest, openRequest, part, title } from "./person";

const note = { name: "contract.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n") };

test("A2 A10 · words and files go both ways, a question stops and an answer goes on, and letters hold none of it", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "Estonia",
    rights: ["Correct your data"],
    details: { "What is wrong or missing": "My plan.", "What it should say": "Team." },
    name: "Mari Tamm",
    email,
  });
  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  await takeWithWords(handler, {
    reference: sent.reference,
    name: "Ask for clarification",
    label: "What we need to know",
    words: "Which of your two contracts do you mean?",
    button: "Send and wait",
  });
  const asked = await letterTo(email, /we need something from you/);
  expect(asked.text).not.toContain("contracts");

  await openRequest(page, sent);
  await expect(page.getByRole("main")).toContainText("Waiting for you");
  await part(page, "Messages").getByRole("link", { name: "Answer" }).click();
  await expect(title(page)).toHaveText("Write to us");
  await expect(page.getByRole("main")).toContainText("Which of your two contracts do you mean?");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Write a message, or choose a file" })).toBeVisible();
  await page.getByLabel("Your message").fill("The one of March; it is attached.");
  await page.getByLabel("Files").setInputFiles(note);
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your message is with us" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("With us now");
  await expect(part(page, "Messages")).toContainText(note.name);

  await openInConsole(handler, sent.reference);
  const thread = handler.getByRole("region", { name: "Messages and notes" });
  await expect(thread).toContainText("The one of March; it is attached.");
  const [inspected] = await Promise.all([
    handler.waitForEvent("download"),
    thread.getByRole("link", { name: note.name }).click(),
  ]);
  expect(inspected.suggestedFilename()).toBe(note.name);

  await openInConsole(handler, sent.reference);
  await handler.getByRole("textbox", { name: "Internal note" }).fill("Ask billing about March.");
  await handler.getByRole("button", { name: "Keep as internal note" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: add a note" })).toBeVisible();
  await handler.getByRole("textbox", { name: "Write to the person" }).fill("Thank you, that will do.");
  await handler.getByRole("button", { name: "Send to the person" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: write to the person" })).toBeVisible();
  await letterTo(email, /a message waits for you/);
  await openRequest(page, sent);
  await expect(part(page, "Messages")).toContainText("Thank you, that will do.");
  await expect(page.getByRole("main")).not.toContainText("Ask billing");
});

test("W1 · for somebody else one needs authority: it is asked for, shown by a file, checked, and only then answered", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    who: "Somebody who asked me to act for them",
    country: "Latvia",
    rights: ["Get a copy of your data"],
    details: { "What lets you act for them?": "I am her lawyer." },
    name: "Ilze Kalniņa",
    askerName: "Jānis Ozols",
    email,
  });
  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  await takeWithWords(handler, {
    reference: sent.reference,
    name: "Ask for proof",
    kind: "The person confirmed directly that the agent may act",
    label: "What to send and why",
    words:
      "Please have her tell us herself. If you would rather show a paper, send it here: we destroy it when we have decided.",
    button: "Send and wait",
  });
  await letterTo(email, /we need something from you/);
  await openRequest(page, sent);
  await part(page, "Messages").getByRole("link", { name: "Answer" }).click();
  await page.getByLabel("Files").setInputFiles({ ...note, name: "permission.pdf" });
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your message is with us" })).toBeVisible();
  await takeWithWords(handler, {
    reference: sent.reference,
    name: "Accept proof",
    kind: "Power of attorney checked",
    label: "How it was checked",
    words: "Signature compared with the account's contract.",
    button: "Accept proof",
  });
  await openRequest(page, sent);
  await expect(part(page, "What happened")).toContainText("Your power of attorney was checked");
  await expect(part(page, "What you asked")).toContainText("We have what we need: a power of attorney");
});

import { readFile } from "node:fs/promises";
import { answerRequest } from "./handling";
import { expect, type People, test } from "./journey";
import { letterTo } from "./mailbox";
import { type Asking, askFor, confirmByCode, openByLetter, openRequest, part, readAnswer, send } from "./person";

test.use({ javaScriptEnabled: false });

const file = { name: "copy.txt", mimeType: "text/plain", buffer: Buffer.from("Everything we hold.\n") };

/** Front page, questions, code, the desk's work, the letter, the answer and its file: not one script runs. */
async function walk({ page, staff, email }: People, asking: Omit<Asking, "email">): Promise<void> {
  await askFor(page, { ...asking, email });
  const sent = await send(page);
  await confirmByCode(page, email);
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "access", outcome: "Granted" }],
    add: "Everything is in the file.",
    files: [file],
  });
  await page.getByRole("button", { name: "Sign out of this page" }).click();
  await openByLetter(page, await letterTo(email, /your answer is ready/));
  await readAnswer(page, sent, email);
  await expect(part(page, "Our answer")).toContainText("Everything is in the file.");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: file.name }).click(),
  ]);
  expect(await readFile(await download.path())).toEqual(file.buffer);
  await openRequest(page, sent);
  await page.getByRole("link", { name: "Write to us" }).click();
  await page.getByLabel("Your message").fill("Thank you.");
  await page.getByRole("button", { name: "Send message" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your message is with us" })).toBeVisible();
}

test("A1 · without any script a person asks AImarkOS, gets the answer and saves its file", async ({
  page,
  staff,
  email,
}) => {
  await walk(
    { page, staff, email },
    { organisation: "aimarkos", country: "Croatia", rights: ["Get a copy of your data"], name: "Petra Babić" },
  );
});

test("W1 · without any script a person asks aiworksforus, gets the answer and saves its file", async ({
  page,
  staff,
  email,
}) => {
  const rights = ["I am not sure"];
  const choices = ["I want to know what you have about me"];
  await walk(
    { page, staff, email },
    { organisation: "aiworksforus", country: "Malta", rights, choices, name: "Luke Borg" },
  );
});

test("R1 · without any script a person asks Ares, gets the answer and saves its file", async ({
  page,
  staff,
  email,
}) => {
  const rights = ["Get a copy of your data"];
  await walk(
    { page, staff, email },
    { organisation: "ares", country: "United States", region: "New York", rights, name: "Ana Cruz" },
  );
});

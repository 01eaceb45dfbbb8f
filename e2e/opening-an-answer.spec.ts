import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { answerRequest, beginWork, openInConsole, openStep, releaseAnswer, takeWithWords } from "./handling";
import { expect, test } from "./journey";
import { freshCode, letterTo } from "./mailbox";
import {
  askFor,
  confirmByLink,
  fileRequest,
  openAnswer,
  openByLetter,
  openRequest,
  part,
  type Sent,
  send,
  title,
} from "./person";

const copy = { name: "everything-about-me.txt", mimeType: "text/plain", buffer: Buffer.from("plan: Team\n") };
const answer = {
  outcomes: [{ right: "access", outcome: "Granted" }],
  add: "Your plan is Team, since 2 March.",
  files: [copy],
} as const;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });
    // axe is a script itself.
    const accessible = (page: Page) => (javaScriptEnabled ? expectAccessible(page) : Promise.resolve());

    test("A10 · a link alone opens no answer: a code that is sent right then does, in this browser, for a while", async ({
      page,
      staff,
      email,
      otherBrowser,
    }) => {
      await askFor(page, {
        organisation: "aimarkos",
        country: "Austria",
        rights: ["Get a copy of your data"],
        // A name of its own: one that is known under another address needs more proof.
        name: javaScriptEnabled ? "Clara Offner" : "Carl Offner",
        email,
      });
      const sent: Sent = await send(page);
      await confirmByLink(page, email);
      await answerRequest(staff, sent.reference, {
        ...answer,
        files: [...answer.files],
        outcomes: [...answer.outcomes],
      });
      const ready = await letterTo(email, /your answer is ready/);

      // The outcome is readable at once; neither the words nor a file's name are.
      await openRequest(page, sent);
      await expect(part(page, "Our answer")).toContainText("Done");
      expect(await page.content()).not.toMatch(/plan is Team|everything-about-me/);

      await page.getByRole("link", { name: "Open our answer" }).click();
      await expect(title(page)).toHaveText("Show once more that it is you");
      await expect(page.getByRole("main")).toContainText("A link alone does not open it");
      await accessible(page);
      const code = await freshCode(email, () => page.getByRole("button", { name: "Send me a code" }).click());
      await accessible(page);

      // A wrong code says that it does not fit, and is not shown again.
      const box = page.getByRole("textbox", { name: "Code from our letter" });
      const wrong = String((Number(code.replace(/\D/g, "")) + 1) % 100_000_000).padStart(8, "0");
      await box.fill(wrong);
      await page.getByRole("button", { name: "Open our answer" }).click();
      await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("That code does not fit");
      await expect(page).toHaveTitle(/^Error: /);
      await accessible(page);
      await expect(box).toHaveValue("");
      expect(await page.content()).not.toContain(wrong);

      await box.fill(code);
      await page.getByRole("button", { name: "Open our answer" }).click();
      await expect(page.getByRole("status").filter({ hasText: "open in this browser for 15 minutes" })).toBeVisible();
      await expect(part(page, "Our answer")).toContainText("Your plan is Team, since 2 March.");
      const link = page.getByRole("link", { name: copy.name });
      const file = (await link.getAttribute("href")) ?? "";
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      expect(download.suggestedFilename()).toBe(copy.name);

      // ATK-U7: whoever got hold of a link to the request stands before a closed door, also with the file's address.
      const other = await otherBrowser({ javaScriptEnabled });
      await openByLetter(other, ready);
      expect(await other.content()).not.toMatch(/plan is Team|everything-about-me/);
      await other.goto(file);
      await expect(title(other)).toHaveText("Show once more that it is you");
      await other.goto(sent.page);
      await openAnswer(other, email);
      await expect(other.getByRole("link", { name: copy.name })).toBeVisible();
    });
  });
}

test("a refusal reaches the person without any code", async ({ page, staff, email }) => {
  await askFor(page, {
    organisation: "ares",
    country: "Ireland",
    rights: ["Get a copy of your data"],
    name: "Niamh Daly",
    email,
  });
  const sent = await send(page);
  await confirmByLink(page, email);
  const ground = /We hold no data of this person/;
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "access", outcome: "Refused", ground, why: "The address is in none of our systems." }],
    proof: null,
  });
  await letterTo(email, /our decision/);
  await openRequest(page, sent);
  await expect(part(page, "Our answer")).toContainText("The address is in none of our systems.");
  await expect(page.getByRole("link", { name: "Open our answer" })).toHaveCount(0);
  await page.goto(`${sent.page}/open`);
  await expect(title(page)).toHaveText(`Your request ${sent.reference}`);
});

test("ATK-I1 · no file goes beside a refusal of a request that nobody proved: the handler reads why, and says it in words", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "ares",
    country: "Portugal",
    rights: ["Get a copy of your data"],
    name: "Inês Falcão",
    email,
  });
  const handler = await staff("handler");
  await beginWork(handler, sent.reference);
  await openStep(handler, sent.reference, "Prepare the answer");
  await expect(handler.getByRole("main")).toContainText("no files can go with the answer");
  await handler.getByRole("radio", { name: "Refused", exact: true }).check();
  const grounds = handler.getByRole("combobox", { name: "Ground: Access" });
  const ground = grounds.getByRole("option").filter({ hasText: /We hold no data of this person/ });
  await grounds.selectOption((await ground.getAttribute("value")) ?? "");
  const why = handler.getByRole("textbox", { name: "Explanation: Access" });
  await why.fill("Only bills are left.");
  await handler.getByLabel("Files of the answer").setInputFiles([copy]);
  await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
  await expect(handler.getByRole("alert", { name: "There is a problem" })).toContainText("Files need proof");
  await expectAccessible(handler);
  // Nothing that was typed is lost, and without the file it goes.
  await expect(why).toHaveValue("Only bills are left.");
  await expect(handler.getByRole("radio", { name: "Refused", exact: true })).toBeChecked();
  await handler.getByRole("button", { name: "Hand to the approver", exact: true }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: prepare the answer" })).toBeVisible();
  await releaseAnswer(await staff("approver"), sent.reference);
  await openRequest(page, sent);
  await expect(part(page, "Our answer")).toContainText("Only bills are left.");
});

test("ATK-I4 · a proof that turns out to be none shuts an answer that is out, and nothing opens it but proof", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "ares",
    country: "Finland",
    rights: ["Get a copy of your data"],
    name: "Aino Lehto",
    email,
  });
  await answerRequest(staff, sent.reference, { ...answer, files: [copy] });
  const handler = await staff("handler");
  await takeWithWords(handler, {
    reference: sent.reference,
    name: "Reject proof",
    kind: "The confirmed address is the one on file",
    label: "Why it does not do",
    words: "The account turned out to be somebody else's.",
    button: "Reject and tell the person",
  });
  // Whoever prepared the answer reads that a colleague has to look at what is shown instead.
  await openInConsole(handler, sent.reference);
  const steps = handler.getByRole("complementary", { name: "Steps" });
  await expect(steps).toContainText("A colleague has to look at the proof");
  await letterTo(email, /message/);
  await openRequest(page, sent);
  await expect(page.getByRole("main")).toContainText("somebody else's");
  await page.getByRole("link", { name: "Open our answer" }).click();
  await expect(page.getByRole("button", { name: "Send me a code" })).toHaveCount(0);
  await expectAccessible(page);
});

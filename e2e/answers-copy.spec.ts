import { readFile } from "node:fs/promises";
import { answerRequest } from "./handling";
import { expect, test } from "./journey";
import { lettersTo } from "./mailbox";
import {
  askFor,
  confirmByLink,
  dayNumber,
  expectOutcome,
  openRequest,
  part,
  promisedDay,
  readAnswer,
  send,
} from "./person";

const copy = { name: "my-data.json", mimeType: "application/json", buffer: Buffer.from('{"plan":"Team"}\n') };

test("A1 A9 A10 · a person gets a copy of the data held about them, within 30 days, after a check that it is them", async ({
  page,
  staff,
  email,
}) => {
  const asking = { organisation: "aimarkos", country: "Germany", rights: ["Get a copy of your data"], email } as const;
  await askFor(page, { ...asking, name: "Clara Brandt" });
  const main = page.getByRole("main");
  await expect(main).toContainText("we check that the address you confirmed is the one on file");
  const promised = await promisedDay(page);
  const sent = await send(page);

  expect(sent.dueOn).toBe(promised);
  const days = dayNumber(sent.dueOn) - Math.floor(Date.now() / 86_400_000);
  expect(days).toBeLessThanOrEqual(30);
  expect(days).toBeGreaterThan(26);

  const confirm = await confirmByLink(page, email);
  expect(confirm.text).toContain(sent.dueOn.slice(4));
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "access", outcome: "Granted" }],
    add: "Your plan is Team, since 2 March.",
    files: [copy],
  });

  await readAnswer(page, sent, email);
  await expect(page.getByRole("main")).toContainText("Answered");
  await expectOutcome(page, "Get a copy of your data", "Done");
  await expect(part(page, "Our answer")).toContainText("Your plan is Team, since 2 March.");
  await expect(part(page, "What you asked")).toContainText("the address you confirmed is the one we have on file");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: copy.name }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(copy.name);
  expect(await readFile(await download.path())).toEqual(copy.buffer);
  await openRequest(page, sent);
  await expect(part(page, "What happened")).toContainText("You saved a file of our answer");
  for (const { subject, text, html } of await lettersTo(email)) {
    expect(`${subject}${text}${html}`).not.toMatch(/Clara|Brandt|Team/);
  }
});

test("W1 · a person learns whether data about them is used at all, and gets it", async ({ page, staff, email }) => {
  await askFor(page, {
    organisation: "aiworksforus",
    country: "France",
    rights: ["Get a copy of your data"],
    name: "Léa Martin",
    email,
  });
  const sent = await send(page);
  await confirmByLink(page, email);
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "access", outcome: "Granted" }],
    add: "Yes, we use data about you: an account and the log of three calls.",
    files: [copy],
  });
  await readAnswer(page, sent, email);
  await expect(part(page, "Our answer")).toContainText("Yes, we use data about you");
  await expect(page.getByRole("link", { name: copy.name })).toBeVisible();
});

test("R1 · a person asks for a copy without knowing the word for it, and hears that nothing is held", async ({
  page,
  staff,
  email,
}) => {
  await askFor(page, {
    organisation: "ares",
    country: "Ireland",
    rights: ["I am not sure"],
    choices: ["I want to know what you have about me"],
    name: "Nora Byrne",
    email,
  });
  await expect(page.getByRole("main")).toContainText("This is what we made of your words");
  await expect(page.getByRole("main")).toContainText("Get a copy of your data");
  const sent = await send(page);
  await confirmByLink(page, email);
  await answerRequest(staff, sent.reference, {
    outcomes: [
      {
        right: "access",
        outcome: "Refused",
        ground: /We hold no data of this person/,
        why: "Neither this address nor this name is in any of our systems.",
      },
    ],
    proof: null,
  });
  const letter = await readAnswer(page, sent, email);
  expect(letter.subject).toContain("our decision");
  await expectOutcome(page, "Get a copy of your data", "Not done");
  await expect(part(page, "Our answer")).toContainText("Neither this address nor this name");
});

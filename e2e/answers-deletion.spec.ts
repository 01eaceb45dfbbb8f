import { answerRequest, openInConsole } from "./handling";
import { expect, test } from "./journey";
import { expectOutcome, fileRequest, part, readAnswer } from "./person";

const asks = { rights: ["Delete your data"], choices: ["Everything you hold about me"] } as const;
const deletes = [
  {
    right: "erasure",
    outcome: "Granted in part",
    ground: /Law makes us keep it/,
    why: "Your bills stay until the tax law's period is over.",
  },
] as const;

test("A3 A12 A13 · data is deleted, and the person is told line by line what stays, why and until when", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "aimarkos",
    country: "Netherlands",
    ...asks,
    name: "Sanne de Vries",
    email,
  });
  const handler = await staff("handler");
  await openInConsole(handler, sent.reference);
  const systems = handler.getByRole("region", { name: "Where to look" });
  for (const rule of ["Account and profile", "Campaign and performance data", "Logs of what our agents did"])
    await expect(systems).toContainText(rule);
  await answerRequest(staff, sent.reference, { outcomes: deletes });

  await readAnswer(page, sent, email);
  await expectOutcome(page, "Delete your data", "Done in part");
  const answer = part(page, "Our answer");
  await expect(answer).toContainText("What we delete");
  await expect(answer).toContainText(/Account and profile: deleted by /);
  await expect(answer).toContainText(/Inbox content: deleted by /);
  await expect(answer).toContainText("What we have to keep");
  await expect(answer).toContainText(/Bills and payments: kept .*tax and accounting law makes us keep/i);
  await expect(answer).toContainText("Your bills stay until the tax law's period is over.");
});

test("W3 W16 W17 · data is erased within 30 days, backups within 90, and what the law demands stays", async ({
  page,
  staff,
  email,
}) => {
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    country: "Italy",
    ...asks,
    name: "Giulia Conti",
    email,
  });
  await answerRequest(staff, sent.reference, { outcomes: deletes });
  await readAnswer(page, sent, email);
  const answer = part(page, "Our answer");
  for (const category of ["Account and profile", "Logs of calls, texts and chats", "How you use the product"])
    await expect(answer).toContainText(`${category}: deleted by `);
  for (const category of ["Bills, payments and other financial records", "Security logs"])
    await expect(answer).toContainText(`${category}: kept `);
  await expect(answer).toContainText("Backup copies are overwritten by ");
  await expect(answer).toContainText("We delete within 30 days. Data that no longer names anyone may stay.");
});

test("R3 R6 · data goes within 30 days, except what law or billing needs", async ({ page, staff, email }) => {
  const sent = await fileRequest(page, {
    organisation: "ares",
    country: "Poland",
    rights: ["Delete your data"],
    choices: ["Only a part of it"],
    details: { "Which part": "The chats of last year." },
    name: "Piotr Nowak",
    email,
  });
  await expect(part(page, "What you asked")).toContainText("The chats of last year.");
  await answerRequest(staff, sent.reference, { outcomes: deletes });
  await readAnswer(page, sent, email);
  const answer = part(page, "Our answer");
  await expect(answer).toContainText("Account and everything in it: deleted by ");
  await expect(answer).toContainText(/Bills and payments: kept/);
  await expect(answer).toContainText("your data is removed within 30 days, except what law or billing makes us keep");
});

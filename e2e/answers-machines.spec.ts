import { answerRequest } from "./handling";
import { expect, type People, test } from "./journey";
import { letterTo } from "./mailbox";
import { askFor, expectOutcome, fileRequest, openByLetter, part, readAnswer, send } from "./person";

test("W10 · a person has a decision of a machine looked at by a human being", async ({ page, staff, email }) => {
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    country: "Germany",
    rights: ["Have a person look at an automated decision"],
    details: { "The decision": "My call of 3 May was sent to the lowest queue.", "What you think is wrong": "I pay." },
    name: "Kai Sommer",
    email,
  });
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: "human review", outcome: "Granted" }],
    add: "A colleague looked at it again: you were right, and the score is corrected.",
  });
  await readAnswer(page, sent, email);
  await expectOutcome(page, "Have a person look at an automated decision", "Done");
  await expect(part(page, "Our answer")).toContainText("A colleague looked at it again");
});

type Unproven = { right: string; inConsole: string; details?: Record<string, string> };

async function answeredWithoutProof({ page, staff, email }: People, asked: Unproven): Promise<void> {
  await askFor(page, {
    organisation: "aiworksforus",
    country: "Germany",
    rights: [asked.right],
    details: asked.details,
    name: "Resi Huber",
    email,
  });
  const sent = await send(page);
  await expect(page.getByRole("main")).toContainText("We need no proof for this.");
  await answerRequest(staff, sent.reference, {
    outcomes: [{ right: asked.inConsole, outcome: "Granted" }],
    proof: null,
  });
  await openByLetter(page, await letterTo(email, /your answer is ready/));
  await expectOutcome(page, asked.right, "Done");
}

test("W11 · a person keeps their data out of the training of AI models, with no proof at all", async ({
  page,
  staff,
  email,
}) => {
  const right = "Keep your data out of AI training";
  await answeredWithoutProof({ page, staff, email }, { right, inConsole: "opt out of AI training" });
});

test("W12 · a person reports that a machine treated them unfairly, and hears what was found", async ({
  page,
  staff,
  email,
}) => {
  await answeredWithoutProof(
    { page, staff, email },
    {
      right: "Report unfair treatment by a machine",
      inConsole: "bias report",
      details: { "What happened": "It hung up whenever I spoke dialect." },
    },
  );
});

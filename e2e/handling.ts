import { expect, type Page } from "@playwright/test";

export type Outcome = {
  /** The right as the console calls it: "Access", "Erasure". */
  right: string;
  outcome: "Granted" | "Granted in part" | "Refused";
  /** Words of the ground, as far as needed to find it in the list. */
  ground?: RegExp;
  why?: string;
};
export type AnswerFile = { name: string; mimeType: string; buffer: Buffer };
export type Answer = { outcomes: readonly Outcome[]; add?: string; files?: readonly AnswerFile[] };

/** The request's page in the console. */
export async function openInConsole(page: Page, reference: string): Promise<void> {
  await page.goto(`/console/requests/${reference}`);
  await expect(page.getByRole("main")).toContainText(reference);
}

/** Opens the form of one step, as its button does. */
export async function openStep(page: Page, reference: string, name: string): Promise<void> {
  await openInConsole(page, reference);
  await page.getByRole("complementary", { name: "Steps" }).getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

export async function beginWork(page: Page, reference: string): Promise<void> {
  await openInConsole(page, reference);
  await page.getByRole("button", { name: "Begin work" }).click();
  await expectDone(page, "begin work");
}

/** Accepts proof that was checked outside the portal, or on the messages of the request. */
export async function acceptProof(
  page: Page,
  reference: string,
  kind = "The confirmed address is the one on file",
): Promise<void> {
  await openStep(page, reference, "Accept proof");
  await page.getByRole("radio", { name: kind }).check();
  await page.getByLabel("How it was checked").fill("Compared with the address of the account.");
  await page.getByRole("button", { name: "Accept proof" }).click();
  await expectDone(page, "accept proof");
}

/** Hands an answer to the approver: the drafted words stay, `add` goes after them. */
export async function prepareAnswer(page: Page, reference: string, answer: Answer): Promise<void> {
  await openStep(page, reference, "Prepare the answer");
  for (const { right, outcome, ground, why } of answer.outcomes) {
    await page
      .getByRole("group", { name: `Outcome: ${right}` })
      .getByRole("radio", { name: outcome, exact: true })
      .check();
    if (ground) {
      const list = page.getByRole("combobox", { name: `Ground: ${right}` });
      const choice = await list.getByRole("option").filter({ hasText: ground }).first().getAttribute("value");
      await list.selectOption(choice ?? "");
    }
    if (why) await page.getByRole("textbox", { name: `Explanation: ${right}` }).fill(why);
  }
  if (answer.add) {
    const words = page.getByRole("textbox", { name: "Answer to the person" });
    await words.fill(`${await words.inputValue()}\n\n${answer.add}`);
  }
  if (answer.files) await page.getByLabel("Files of the answer").setInputFiles([...answer.files]);
  await page.getByRole("button", { name: "Hand to the approver", exact: true }).click();
  await expectDone(page, "prepare the answer");
}

/** What the approver reads before the person does, and the button. */
export async function releaseAnswer(page: Page, reference: string): Promise<void> {
  await openStep(page, reference, "Release the answer");
  await page.getByRole("button", { name: "Release the answer" }).click();
  await expectDone(page, "release the answer");
}

/** The code that staff tell by telephone or letter: it is on the page after the button, and nowhere else. */
export async function codeToTell(page: Page, reference: string): Promise<string> {
  await openStep(page, reference, "Make a code to tell by telephone or letter");
  await page.getByRole("button", { name: "Make the code" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tell this code now");
  return (await page.getByText(/^\d{4} \d{4}$/).textContent()) ?? "";
}

/** A step whose form is words alone. */
export async function takeWithWords(
  page: Page,
  step: { reference: string; name: string; label: string; words: string; button: string; kind?: string },
): Promise<void> {
  await openStep(page, step.reference, step.name);
  if (step.kind) await page.getByRole("radio", { name: step.kind }).check();
  await page.getByRole("textbox", { name: step.label }).fill(step.words);
  await page.getByRole("button", { name: step.button }).click();
  await expectDone(page, step.name.toLowerCase());
}

/** The whole of the staff's work on a confirmed request: begin, check, prepare; then the second pair of eyes. */
export async function answerRequest(
  staff: (role: "handler" | "approver") => Promise<Page>,
  reference: string,
  answer: Answer & { proof?: string | null },
): Promise<void> {
  const handler = await staff("handler");
  await beginWork(handler, reference);
  if (answer.proof !== null) await acceptProof(handler, reference, answer.proof);
  await prepareAnswer(handler, reference, answer);
  await releaseAnswer(await staff("approver"), reference);
}

async function expectDone(page: Page, what: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: `Done: ${what}` })).toBeVisible();
}

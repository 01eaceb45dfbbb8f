import { expect, type Page } from "@playwright/test";
import { codeToTell } from "./handling";
import { freshCode, type Letter, letterTo } from "./mailbox";

export type Slug = "aimarkos" | "aiworksforus" | "ares";

/** What somebody answers on the way, in the words that they see. */
export type Asking = {
  organisation: Slug;
  /** For whom: "Myself" unless said. */
  who?: string;
  country: string;
  region?: string;
  /** Names of rights as the portal shows them, or "I am not sure". */
  rights: readonly string[];
  /** Answers to the rights' own questions: text by its label. */
  details?: Readonly<Record<string, string>>;
  /** Choices on the rights' own pages. */
  choices?: readonly string[];
  name: string;
  /** Of whom a guardian asks for: "Under 16". */
  age?: string;
  askerName?: string;
  /** The address of the person an agent asks for. */
  theirEmail?: string;
  email: string;
};

/** Where a request stands after it was sent. */
export type Sent = { reference: string; page: string; dueOn: string };

const contactTitle = "How do we reach you?";
export const referenceShape = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/;
export const dayShape = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z][a-z]+ \d{4}\b/;

export function title(page: Page) {
  return page.getByRole("heading", { level: 1 });
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
}

/** From the front page to "Check your answers", one question after the other. */
export async function askFor(page: Page, asking: Asking): Promise<void> {
  await page.goto(`/${asking.organisation}`);
  await page.getByRole("link", { name: "Start a request" }).click();
  await expect(title(page)).toHaveText("Who do you ask for?");
  await answerFrom(page, asking);
}

/** The same from the first question on: for those who came there by another link. */
export async function answerFrom(page: Page, asking: Asking): Promise<void> {
  await page.getByRole("radio", { name: asking.who ?? "Myself" }).check();
  await goOn(page);
  await expect(title(page)).toHaveText(/^Where do/);
  await page.getByRole("combobox").selectOption(asking.country);
  await goOn(page);
  if (asking.region) {
    await expect(title(page)).toHaveText("In which state or province?");
    await page.getByRole("combobox").selectOption(asking.region);
    await goOn(page);
  }
  if (asking.age) {
    await expect(title(page)).toHaveText("How old are they?");
    await page.getByRole("radio", { name: asking.age }).check();
    await goOn(page);
  }
  if (asking.askerName) {
    await expect(title(page)).toContainText("What lets you act for them?");
    await fillDetails(page, asking);
    await goOn(page);
  }
  if (asking.rights.length > 0) {
    await expect(title(page)).toHaveText("What do you want?");
    for (const right of asking.rights) await page.getByRole("checkbox", { name: right }).check();
    await goOn(page);
  }
  await answerDetails(page, asking);
  await page
    .getByLabel(asking.askerName ? "Full name of the person" : /full name/i)
    .first()
    .fill(asking.name);
  if (asking.askerName) await page.getByLabel("Your own full name").fill(asking.askerName);
  await page.getByRole("textbox", { name: /^E-mail address/ }).fill(asking.email);
  if (asking.theirEmail) await page.getByLabel("The person's own e-mail address").fill(asking.theirEmail);
  await goOn(page);
  await expect(title(page)).toHaveText("Check your answers");
}

/** Each chosen right may have a page of its own before the contact; as many are answered as there are. */
async function answerDetails(page: Page, asking: Asking): Promise<void> {
  for (let pages = 0; pages < 14; pages += 1) {
    await expect(title(page)).not.toHaveText("What do you want?");
    const now = (await title(page).textContent()) ?? "";
    if (now === contactTitle) return;
    await fillDetails(page, asking);
    await goOn(page);
    await expect(title(page)).not.toHaveText(now);
  }
  throw new Error("the questions do not end");
}

async function fillDetails(page: Page, { details = {}, choices = [] }: Asking): Promise<void> {
  for (const [label, text] of Object.entries(details)) {
    const box = page.getByRole("textbox", { name: label });
    if (await box.isVisible()) await box.fill(text);
  }
  for (const choice of choices) {
    const found = page.getByRole("radio", { name: choice }).or(page.getByRole("checkbox", { name: choice }));
    if (await found.isVisible()) await found.check();
  }
}

/** The date that the last page promises before anything is sent. */
export async function promisedDay(page: Page): Promise<string> {
  const row = page.locator("dl > div").filter({ hasText: "We will answer by" });
  return (await row.locator("strong").textContent()) ?? "";
}

/** Midnight that begins a day written like "Mon 4 January 2027", as if it were in UTC: for counting days. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day.slice(4)} UTC`) / 86_400_000);
}

/** Sends what stands on the last page; the address and the date are on the page that comes. */
export async function send(page: Page): Promise<Sent> {
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(title(page)).toHaveText("We have your request");
  const main = page.getByRole("main");
  const reference = (await main.getByText(referenceShape).first().textContent()) ?? "";
  const told = (await main.getByText("We answer by").first().textContent()) ?? "";
  const dueOn = dayShape.exec(told.slice(told.indexOf("We answer by")))?.[0] ?? "";
  return { reference, dueOn, page: new URL(page.url()).pathname.replace("/ask/sent", `/requests/${reference}`) };
}

/** Asks, sends and confirms by the link in the letter: the request is open in this browser. */
export async function fileRequest(page: Page, asking: Asking): Promise<Sent> {
  await askFor(page, asking);
  const sent = await send(page);
  await confirmByLink(page, asking.email);
  return sent;
}

/** The link in the letter, and the button behind it. */
export async function confirmByLink(page: Page, email: string): Promise<Letter> {
  const letter = await letterTo(email, /please confirm your address/);
  await openByLetter(page, letter);
  await expect(page.getByRole("status").filter({ hasText: "Your e-mail address is confirmed" })).toBeVisible();
  return letter;
}

/** Any letter that carries a link: open it, press the button, stand on the request's page. */
export async function openByLetter(page: Page, letter: Letter): Promise<void> {
  expect(letter.link, letter.text).not.toBeNull();
  await page.goto(letter.link ?? "");
  await expect(title(page)).toHaveText("Is it you?");
  await typeBesideLink(page, letter);
  await page.getByRole("button", { name: "Yes, open my request" }).click();
  await expect(title(page)).toHaveText(/^Your request /);
}

/** In a browser that did not ask, the page behind the link wants the code of the same letter as well. */
export async function typeBesideLink(page: Page, letter: Letter): Promise<void> {
  const code = page.getByRole("textbox", { name: "Code from the letter" });
  if ((await code.count()) > 0) await code.fill(letter.code ?? "");
}

/** The typed code, on the page after sending. */
export async function confirmByCode(page: Page, email: string): Promise<void> {
  const { code } = await letterTo(email, /please confirm your address/);
  await page.getByRole("textbox", { name: "Code" }).fill(code ?? "");
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(title(page)).toHaveText(/^Your request /);
}

/** The person's own page, as it stands now. */
export async function openRequest(page: Page, sent: Sent): Promise<void> {
  await page.goto(sent.page);
  await expect(title(page)).toHaveText(`Your request ${sent.reference}`);
}

/** A part of the page by its heading. */
export function part(page: Page, heading: string) {
  return page.getByRole("region", { name: heading, exact: true });
}

/** After the letter that it is ready: what became of each right, in the person's words, and the answer itself. */
export async function readAnswer(page: Page, sent: Sent, email: string, handler?: Page): Promise<Letter> {
  const letter = await letterTo(email, /your answer is ready|our decision/);
  await openRequest(page, sent);
  await expect(part(page, "Our answer")).toBeVisible();
  if (await page.getByRole("link", { name: "Open our answer" }).isVisible()) {
    await openAnswer(page, email, handler && { reference: sent.reference, handler });
  }
  return letter;
}

/** From the person's page: a code is sent now, and the answer opens in this browser. `desk`: it needs a second sign. */
export async function openAnswer(
  page: Page,
  email: string,
  desk?: { reference: string; handler: Page },
): Promise<void> {
  await page.getByRole("link", { name: "Open our answer" }).click();
  await expect(title(page)).toHaveText("Show once more that it is you");
  const code = await freshCode(email, () => page.getByRole("button", { name: /^Send me (a|another) code$/ }).click());
  await page.getByRole("textbox", { name: "Code from our letter" }).fill(code);
  if (desk) {
    await page.getByRole("button", { name: "Continue" }).first().click();
    await expect(page.getByRole("status").filter({ hasText: "one more sign is needed" })).toBeVisible();
    const told = await codeToTell(desk.handler, desk.reference);
    await page.getByRole("textbox", { name: "The code we told you by telephone or letter" }).fill(told);
    await page.getByRole("button", { name: "Continue" }).click();
  } else {
    await page.getByRole("button", { name: "Open our answer" }).click();
  }
  await expect(page.getByRole("status").filter({ hasText: "Our answer is open in this browser" })).toBeVisible();
}

/** How one right was decided: "Done", "Done in part", "Not done". */
export async function expectOutcome(page: Page, right: string, outcome: string): Promise<void> {
  await expect(part(page, "Our answer").getByRole("listitem").filter({ hasText: right })).toContainText(outcome);
}

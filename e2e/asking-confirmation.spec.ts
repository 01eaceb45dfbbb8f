import { randomBytes } from "node:crypto";
import { referenceFrom } from "@/lib/domain/reference";
import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import {
  askFor,
  confirmByCode,
  confirmByLink,
  fileRequest,
  openByLetter,
  openRequest,
  part,
  send,
  title,
} from "./person";

const asking = {
  organisation: "ares",
  country: "Hungary",
  rights: ["Get a copy of your data"],
  name: "Réka Tóth",
} as const;

test("R1 · a link that scanners fetched ten times still works, and pressed once it is used", async ({
  page,
  otherBrowser,
  email,
}) => {
  await askFor(page, { ...asking, email });
  const sent = await send(page);
  const letter = await letterTo(email, /please confirm your address/);
  const scanner = (await otherBrowser()).request;
  for (let round = 0; round < 5; round += 1) {
    expect((await scanner.get(letter.link ?? "")).ok()).toBe(true);
    expect((await scanner.head(letter.link ?? "")).status()).toBeLessThan(400);
  }
  await page.goto(sent.page);
  await expect(title(page)).toHaveText("We have your request");
  await confirmByLink(page, email);

  const another = await otherBrowser();
  await another.goto(letter.link ?? "");
  await another.getByRole("button", { name: "Yes, open my request" }).click();
  await expect(another.getByRole("status")).toContainText("This link was used before, or it is too old");
  await expect(another.getByRole("link", { name: "Get a fresh link" })).toBeVisible();
  await another.goto(sent.page);
  await expect(title(another)).toHaveText("This page does not open here");
});

test("R1 · the code is typed instead of the link; a wrong one is told and can be mended", async ({ page, email }) => {
  await askFor(page, { ...asking, email });
  const sent = await send(page);
  const { code } = await letterTo(email, /please confirm your address/);
  await page.getByRole("textbox", { name: "Code" }).fill("12 34");
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Enter the 8 digits from our letter" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Reference" })).toHaveValue(sent.reference);
  const wrong = code === "1234 5678" ? "8765 4321" : "1234 5678";
  await page.getByRole("textbox", { name: "Code" }).fill(wrong);
  await page.getByRole("button", { name: "Confirm my address" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Code" })).not.toHaveValue(code ?? "");
  await confirmByCode(page, email);
  await expect(page.getByRole("status").filter({ hasText: "Your e-mail address is confirmed" })).toBeVisible();
});

test("R1 · a fresh link is offered in the same words to known and unknown addresses, and opens the request", async ({
  page,
  otherBrowser,
  email,
}) => {
  const sent = await fileRequest(page, { ...asking, email });
  await expect(page.getByRole("button", { name: "Sign out of this page" })).toBeVisible();
  await page.getByRole("button", { name: "Sign out of this page" }).click();
  await expect(title(page)).toHaveText("You are signed out of your request");
  await page.goto(sent.page);
  await expect(title(page)).toHaveText("This page does not open here");
  await page.getByRole("link", { name: "Get a fresh link" }).click();

  const said = async (sought: string) => {
    await page.goto("/ares/find");
    await page.getByLabel("Your e-mail address or your reference").fill(sought);
    await page.getByRole("button", { name: "Send me a fresh link" }).click();
    await expect(title(page)).toHaveText("Look into your mailbox");
    return page.getByRole("main").textContent();
  };
  const stranger = `nobody-${email}`;
  const words = await said(email);
  expect(await said(stranger)).toBe(words);
  expect(await said(referenceFrom(randomBytes(5)))).toBe(words);

  const another = await otherBrowser();
  await openByLetter(another, await letterTo(email, /your fresh link/));
  await openRequest(another, sent);
  expect(await lettersTo(stranger)).toEqual([]);

  await page.goto("/ares/find");
  await page.getByLabel("Your e-mail address or your reference").fill("my name");
  await page.getByRole("button", { name: "Send me a fresh link" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Enter your e-mail address or your reference" }),
  ).toBeVisible();
  await expect(page.getByLabel("Your e-mail address or your reference")).toHaveValue("my name");
});

test("R3 · a request is withdrawn after a question, the letter says so, and nothing is done any more", async ({
  page,
  email,
}) => {
  const sent = await fileRequest(page, {
    ...asking,
    rights: ["Delete your data"],
    choices: ["Everything you hold about me"],
    email,
  });
  await page.getByRole("link", { name: "Withdraw the request" }).click();
  await expect(title(page)).toHaveText("Withdraw this request?");
  await page.getByRole("link", { name: "No, keep it" }).click();
  await expect(title(page)).toHaveText(`Your request ${sent.reference}`);
  await page.getByRole("link", { name: "Withdraw the request" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your request is withdrawn" })).toBeVisible();
  await expect(part(page, "What happened")).toContainText("You withdrew the request");
  await expect(page.getByRole("link", { name: "Withdraw the request" })).toHaveCount(0);
  const letter = await letterTo(email, /your request is withdrawn/);
  expect(letter.text).toMatch(/We have stopped\s+working on it/);
});

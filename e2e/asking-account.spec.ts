import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import { type OwnAccounts, openOwnAccounts } from "./own-accounts";
import { answerFrom, fileRequest, goOn, openRequest, part, send, title } from "./person";

test.use({ javaScriptEnabled: false });

const robin = `robin-${randomBytes(4).toString("hex")}@example.org`;
const kim = `kim-${randomBytes(4).toString("hex")}@example.org`;
const mallory = `mallory-${randomBytes(4).toString("hex")}@example.org`;
const lena = `lena-${randomBytes(4).toString("hex")}@example.org`;
const lenaCanary = "Lena Canary";
const kimCanary = "Kim Canary";
const masked = (email: string) => `${email.charAt(0)}…@example.org`;
const copy = {
  organisation: "aiworksforus",
  country: "Germany",
  rights: ["Get a copy of your data"],
  name: "Robin Canary",
} as const;
let accounts: OwnAccounts;

test.beforeAll(async () => {
  accounts = await openOwnAccounts("aiworksforus", [
    { email: robin, name: copy.name },
    { email: kim, name: kimCanary },
    { email: mallory, name: "Mallory Example" },
    { email: lena, name: lenaCanary },
  ]);
});
test.afterAll(() => accounts.close());

/** At the organisation's own sign-in, on another host than the desk. */
async function signInAs(page: Page, email: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in to your account" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Address").fill(email);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function expectNothingLeftToProve(page: Page): Promise<void> {
  await expect(page.getByRole("main")).toContainText("That is all the proof we ask for now");
  const sent = await send(page);
  await expect(page.getByRole("heading", { name: "Your e-mail address is confirmed" })).toBeVisible();
  await expect(page.getByLabel("Code")).toHaveCount(0);
  await openRequest(page, sent);
  await expect(part(page, "What happened")).toContainText("Signed in to your account");
}

test("W13 · from the account settings: the way over shows who it is, once, and there is nothing left to confirm", async ({
  page,
  otherBrowser,
}) => {
  await page.goto("/aiworksforus");
  await page.getByRole("link", { name: "Ask from your account" }).click();
  await expect(page.getByRole("link", { name: "Account settings, section Privacy" })).toBeVisible();

  const way = await accounts.wayOver(robin);
  await page.goto(way);
  await expect(title(page)).toHaveText(`Continue as ${masked(robin)}?`);
  expect(new URL(page.url()).pathname).toBe("/aiworksforus/account");
  await page.getByRole("button", { name: "Yes, continue" }).click();
  await expect(title(page)).toHaveText("Who do you ask for?");
  await expect(page.getByRole("main")).toContainText(`We know from your account that it is you: ${masked(robin)}`);
  await expect(page.getByRole("main")).not.toContainText(/create an account|sign up|register/i);
  await page.getByRole("radio", { name: "Myself" }).check();
  await goOn(page);
  await page.getByRole("combobox").selectOption(copy.country);
  await goOn(page);
  await page.getByRole("checkbox", { name: copy.rights[0] }).check();
  await goOn(page);
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/rights"));
  if (!page.url().includes("/ask/contact")) await goOn(page);
  await expect(page.getByLabel("E-mail address")).toHaveValue(robin);
  await expect(page.getByLabel(/full name/i)).toHaveValue(copy.name);
  await goOn(page);
  await expectNothingLeftToProve(page);
  await letterTo(robin, /received|we have your request/i);
  expect((await lettersTo(robin)).map(({ subject }) => subject).filter((subject) => /confirm/.test(subject))).toEqual(
    [],
  );

  const stranger = await otherBrowser({ javaScriptEnabled: false });
  await stranger.goto(way);
  await stranger.getByRole("button", { name: "Yes, continue" }).click();
  await expect(stranger.getByRole("status")).toContainText("was used before, or it is too old");
});

test("W13 · signing in first, at the organisation's own sign-in, does the same", async ({ page }) => {
  await page.goto("/aiworksforus/account");
  await page.getByRole("link", { name: "Sign in to your account" }).click();
  await expect(title(page)).toHaveText("Sign in first");
  await signInAs(page, kim);
  await expect(title(page)).toHaveText("Who do you ask for?");
  await expect(page.getByRole("main")).toContainText(`We know from your account that it is you: ${masked(kim)}`);
  await answerFrom(page, { ...copy, name: kimCanary, email: kim });
  await expectNothingLeftToProve(page);
  // One proof, one filing: whoever sits down here next is nobody in particular.
  await page.goto("/aiworksforus/ask");
  await expect(page.getByRole("main")).not.toContainText("We know from your account");
});

test("W13 · another address than the account's is confirmed by a letter like any other, and a stranger's account is forgotten", async ({
  page,
  email,
}) => {
  await page.goto(await accounts.wayOver(robin));
  await page.getByRole("button", { name: "Yes, continue" }).click();
  await answerFrom(page, { ...copy, email });
  await expect(page.getByRole("main")).not.toContainText("That is all the proof we ask for now");
  await send(page);
  await expect(page.getByRole("heading", { name: "One more step: confirm your e-mail address" })).toBeVisible();

  await page.goto(await accounts.wayOver(robin));
  await page.getByRole("button", { name: "That is not me" }).click();
  await expect(title(page)).toHaveText("Your data at aiworksforus");
  await page.goto("/aiworksforus/account");
  await expect(title(page)).toHaveText("Ask from your account");
});

/** Nobody is led into a corner: the proof is asked for as of anybody, and the account was taken for a mailbox alone. */
async function expectProofStillAsked(page: Page): Promise<void> {
  await expect(title(page)).toHaveText(/^Your request /);
  await expect(part(page, "What happened")).not.toContainText("Signed in to your account");
  await expect(page.getByRole("link", { name: "Show that it is you" })).toBeVisible();
}

for (const who of ["Myself", "Somebody I help"] as const) {
  test(`ATK-I4 W13 · one's own account shows nothing about somebody else (${who}), and says so before and after sending`, async ({
    otherBrowser,
  }) => {
    const byHandOver = who === "Myself";
    const page = await otherBrowser({ javaScriptEnabled: !byHandOver });
    if (byHandOver) {
      await page.goto(await accounts.wayOver(mallory));
      await page.getByRole("button", { name: "Yes, continue" }).click();
    } else {
      await page.goto("/aiworksforus/account/sign-in");
      await signInAs(page, mallory);
    }
    await answerFrom(page, { ...copy, who, name: "Vera Canary", email: mallory });
    const words = page.getByRole("main");
    await expect(words).toContainText("You are signed in as Mallory Example, and the request is for somebody else.");
    await expect(words).toContainText("Signing in shows who you are only for your own data.");
    await expect(words).not.toContainText("That is all the proof we ask for now");
    if (!byHandOver) await expectAccessible(page);
    const sent = await send(page);
    await expect(page.getByRole("heading", { name: "Your e-mail address is confirmed" })).toBeVisible();
    await openRequest(page, sent);
    await expectProofStillAsked(page);
    await page.goto(`${sent.page}/proof/sign-in`);
    await signInAs(page, mallory);
    await expect(page.getByRole("status")).toContainText("Signing in shows who you are only for your own data");
    await page.getByRole("link", { name: "Do it another way" }).click();
    await expectProofStillAsked(page);
  });
}

test("ATK-I5 W13 · from an account that was left open the mailbox is confirmed, and one fresh sign-in shows the rest", async ({
  page,
}) => {
  await page.goto(await accounts.wayOver(lena, 20));
  await page.getByRole("button", { name: "Yes, continue" }).click();
  await answerFrom(page, { ...copy, name: lenaCanary, email: lena });
  await expect(page.getByRole("main")).toContainText("Your account confirms your e-mail address");
  await expect(page.getByRole("main")).not.toContainText("and the request is for somebody else");
  const sent = await send(page);
  await openRequest(page, sent);
  await expectProofStillAsked(page);
  await page.goto(`${sent.page}/proof/sign-in`);
  await signInAs(page, lena);
  await expect(page.getByRole("status")).toContainText("You signed in, so we know that it is you");
  await expect(part(page, "What happened")).toContainText("Signed in to your account");
});

test("A1 · every page of the account's door can be used by everybody", async ({ otherBrowser }) => {
  const page = await otherBrowser({ javaScriptEnabled: true });
  const pages = [
    "/aiworksforus/account",
    await accounts.wayOver(robin),
    "/aiworksforus/account/sign-in?why=account_away",
  ];
  for (const address of pages) {
    await page.goto(address);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

for (const javaScriptEnabled of [false, true]) {
  test(`A10 W13 · a request is shown to be one's own by signing in anew ${javaScriptEnabled ? "with" : "without"} scripts; another account shows nothing`, async ({
    otherBrowser,
  }) => {
    const page = await otherBrowser({ javaScriptEnabled });
    const own = javaScriptEnabled ? kim : robin;
    const sent = await fileRequest(page, { ...copy, name: own === kim ? kimCanary : copy.name, email: own });
    await page.goto(`${sent.page}/proof/sign-in`);
    await expect(title(page)).toHaveText("Show with your account that it is you");
    if (javaScriptEnabled) await expectAccessible(page);
    await signInAs(page, own === kim ? robin : kim);
    await expect(page.getByRole("status")).toContainText("That account has another e-mail address than this request");
    await expect(title(page)).toHaveText("Show with your account that it is you");
    await signInAs(page, own);
    // The provider's own page, where somebody else was signed in a moment ago; with scripts it goes on by itself.
    if (!javaScriptEnabled) await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("status")).toContainText("You signed in, so we know that it is you");
    await expect(part(page, "What happened")).toContainText("Signed in to your account");
  });
}

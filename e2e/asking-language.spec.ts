import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { expect, test } from "./journey";
import { letterTo } from "./mailbox";
import { fileRequest, part, referenceShape, title } from "./person";

const weiter = (page: Page) => page.getByRole("button", { name: "Weiter" }).click();

/** What the page says in its own language: elements marked as another one are left out. */
async function germanWords(page: Page): Promise<string> {
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('[lang="en"], script, style')) other.remove();
    return copy.textContent ?? "";
  });
}

/** Words that stand in any English paragraph and in no German one. */
const english = /\b(?:the|and|your|you|with|until|because|request)\b/i;

test.describe("without any script", () => {
  test.use({ javaScriptEnabled: false });

  test("W20 · a person chooses German, asks, confirms by the letter, reads their page, and sees the time of receipt in their zone", async ({
    page,
    email,
  }) => {
    await page.goto("/aiworksforus");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(title(page)).toHaveText("Ihre Daten bei aiworksforus");
    expect(await germanWords(page)).not.toMatch(english);

    await page.getByRole("link", { name: "Anliegen beginnen" }).click();
    await page.getByRole("radio", { name: "Für mich selbst" }).check();
    await weiter(page);
    await page.getByRole("combobox", { name: "Wo wohnen Sie?" }).selectOption({ label: "Österreich" });
    await weiter(page);
    await weiter(page);
    await expect(page.getByRole("alert")).toContainText("Wählen Sie mindestens eines aus");
    expect(await germanWords(page)).not.toMatch(english);
    await page.getByRole("checkbox", { name: "Eine Kopie Ihrer Daten erhalten" }).check();
    await weiter(page);
    await page.getByLabel("Ihr vollständiger Name").fill("Leni Gruber");
    await page.getByLabel("E-Mail-Adresse", { exact: true }).fill(email);
    await weiter(page);
    await expect(title(page)).toHaveText("Prüfen Sie Ihre Angaben");
    expect(await germanWords(page)).not.toMatch(english);
    await page.getByRole("button", { name: "Anliegen senden" }).click();
    await expect(title(page)).toHaveText("Ihr Anliegen ist eingegangen");
    const reference = (await page.getByRole("main").getByText(referenceShape).first().textContent()) ?? "";

    const letter = await letterTo(email, /bitte bestätigen Sie Ihre Adresse/);
    expect(letter.html).toMatch(/<html[^>]* lang="de"/);
    expect(letter.headers.get("content-language")).toBe("de");
    expect(letter.text).not.toMatch(english);
    await page.goto(letter.link ?? "");
    await page.getByRole("button", { name: "Ja, mein Anliegen öffnen" }).click();
    await expect(title(page)).toHaveText(`Ihr Anliegen ${reference}`);
    await expect(part(page, "Was geschehen ist")).toContainText("Sie haben Ihre E-Mail-Adresse bestätigt");
    expect(await germanWords(page)).not.toMatch(english);
    expect((await letterTo(email, /Ihr Anliegen ist eingegangen/)).text).toContain("So rechnen wir");

    await page.getByRole("link", { name: "Sprache und Zeit", exact: true }).click();
    await page.getByLabel("Zeitzone").selectOption("Asia/Tokyo");
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("status")).toContainText("Ihre Wahl ist gespeichert");
    expect(await germanWords(page)).not.toMatch(english);

    const own = `/aiworksforus/requests/${reference}`;
    const receipt = await page.request.get(`${own}/receipt.json`);
    const at = new Date((await receipt.json()).statement.received.at);
    const inTokyo = at.toLocaleTimeString("de", { timeStyle: "short", timeZone: "Asia/Tokyo" });
    await page.goto(`${own}/receipt`);
    await expect(page.getByRole("main")).toContainText(`${inTokyo} Uhr (Asia/Tokyo)`);
    await expect(page.getByRole("main")).toContainText("sind Tage am Ort der Organisation (America/New_York)");
    expect(await germanWords(page)).not.toMatch(english);
    await page.goto(own);
    await expect(part(page, "Was geschehen ist")).toContainText("Uhrzeiten in Asia/Tokyo");

    await page.getByRole("link", { name: "English" }).click();
    await expect(title(page)).toHaveText(`Your request ${reference}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("W20 · German pages hold for everybody: nothing serious for axe, and each link to the other language says which", async ({
  page,
}) => {
  await page.goto("/aiworksforus/language/de");
  const links = page.getByRole("navigation", { name: "Sprache" });
  await expect(links.getByRole("link", { name: "English" })).toHaveAttribute("hreflang", "en");
  await expect(links.locator("li[lang=de]")).toHaveText("Deutsch");
  await expectAccessible(page);
  for (const path of ["ask", "find", "confirm", "notices", "preferences"]) {
    await page.goto(`/aiworksforus/${path}`);
    expect(await germanWords(page), path).not.toMatch(english);
    await expectAccessible(page);
  }
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/aiworksforus\/preferences$/);
});

test("W20 · who chooses nothing reads English and the organisation's own time; a language that is not offered is not pretended", async ({
  page,
  email,
}) => {
  await page.goto("/aiworksforus");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect((await page.goto("/aiworksforus/language/fr"))?.status()).toBe(404);
  const sent = await fileRequest(page, {
    organisation: "aiworksforus",
    country: "Germany",
    rights: ["Get a copy of your data"],
    name: "Ole Hansen",
    email,
  });
  const letter = await letterTo(email, /please confirm your address/);
  expect(letter.html).toMatch(/<html[^>]* lang="en"/);
  await page.goto(`${sent.page}/receipt`);
  await expect(page.getByRole("main")).toContainText(/\d{2}:\d{2} \(America\/New_York\)/);
});

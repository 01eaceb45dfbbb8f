import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { answerRequest, openInConsole } from "./handling";
import { expect, test } from "./journey";
import { confirmByLink, goOn, openRequest, readAnswer, send, title } from "./person";

/** As it is met: by axe in light and dark, on a phone of 320 px, and on paper. */
async function look(page: Page): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} at 320 px`).toBeLessThanOrEqual(320);
  if (size) await page.setViewportSize(size);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const hidden of await page.locator("[data-print=hide]").all()) await expect(hidden).toBeHidden();
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

test("A1 A2 · every page of a request can be used by everybody: by axe, in the dark, on a small phone, on paper", async ({
  page,
  staff,
  email,
}) => {
  test.setTimeout(300_000);
  await page.goto("/");
  await look(page);
  await page.goto("/aimarkos");
  await look(page);
  await page.getByRole("link", { name: "Privacy notice and its versions" }).click();
  await expect(title(page)).toHaveText("Our privacy notice and its versions");
  await look(page);
  await page.goto("/aimarkos/ask");
  await goOn(page);
  await expect(page.getByRole("alert").filter({ hasText: "There is a problem" })).toBeVisible();
  await look(page);
  await page.getByRole("radio", { name: "A child or a person in my care" }).check();
  await goOn(page);
  await page.getByRole("combobox").selectOption("Germany");
  await goOn(page);
  await expect(title(page)).toHaveText("How old are they?");
  await look(page);
  await page.getByRole("radio", { name: "18 or older" }).check();
  await goOn(page);
  await expect(title(page)).toHaveText("At 18 or older, they ask us themselves");
  await look(page);
  await goOn(page);
  await expect(title(page)).toContainText("What lets you act for them?");
  await look(page);
  await page.goto("/aimarkos/ask");
  await page.getByRole("radio", { name: "Myself" }).check();
  await goOn(page);
  // The place was answered before; the question is a page all the same.
  await page.goto("/aimarkos/ask/place");
  await expect(title(page)).toHaveText("Where do you live?");
  await look(page);
  await page.getByRole("combobox").selectOption("United States");
  await goOn(page);
  await expect(title(page)).toHaveText("In which state or province?");
  await look(page);
  await page.getByRole("combobox").selectOption("California");
  await goOn(page);
  await expect(title(page)).toHaveText("What do you want?");
  await look(page);
  for (const right of ["Get a copy of your data", "Correct your data"])
    await page.getByRole("checkbox", { name: right }).check();
  await goOn(page);
  await expect(title(page)).toHaveText("What is wrong?");
  await look(page);
  await page.getByRole("textbox", { name: "What is wrong or missing" }).fill("My name.");
  await page.getByRole("textbox", { name: "What it should say" }).fill("Wilhelmina Featherstonehaugh-Cholmondeley");
  await goOn(page);
  await expect(page.getByLabel("Your full name")).toBeVisible();
  await look(page);
  await page.getByLabel("Your full name").fill("Wilhelmina Featherstonehaugh-Cholmondeley");
  await page.getByLabel("E-mail address").fill(email);
  await goOn(page);
  await expect(title(page)).toHaveText("Check your answers");
  await look(page);
  const sent = await send(page);
  await look(page);
  await page.getByRole("link", { name: "Open the receipt" }).click();
  await expect(title(page)).toHaveText("Receipt");
  await look(page);
  for (const path of [
    "/aimarkos/confirm",
    "/aimarkos/find",
    "/aimarkos/find/sent",
    "/aimarkos/left",
    "/aimarkos/none",
  ]) {
    await page.goto(path);
    await look(page);
  }
  await confirmByLink(page, email);
  await look(page);
  for (const path of ["write", "withdraw"]) {
    await page.goto(`${sent.page}/${path}`);
    await look(page);
  }
  await answerRequest(staff, sent.reference, {
    // California: the account says who it is (11 CCR §7061).
    proof: "Signed in to the organisation's own account",
    outcomes: [
      { right: "access", outcome: "Granted" },
      { right: "correction", outcome: "Refused", ground: /what we hold is right/, why: "The register says so." },
    ],
    files: [
      {
        name: "a-file-with-a-rather-long-name-that-has-no-place-to-break-anywhere.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("x"),
      },
    ],
  });
  const handler = await staff("handler");
  await readAnswer(page, sent, email, handler);
  await look(page);
  await openInConsole(handler, sent.reference);
  await expectAccessible(handler);
  await openRequest(page, sent);
});

// The framework's floor, measured, and ten on top.
const budget = 147_000;

test("A1 · asking costs little: scripts stay within the framework's floor and ten kilobytes", async ({ page }) => {
  for (const path of ["/aimarkos", "/aimarkos/ask", "/aimarkos/ask/rights", "/aimarkos/find"]) {
    const scripts = new Map<string, Promise<number>>();
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      );
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(scripts.values())).reduce((sum, one) => sum + one, 0);
    expect(bytes, path).toBeGreaterThan(0);
    expect(bytes, path).toBeLessThanOrEqual(budget);
    page.removeAllListeners("response");
  }
});

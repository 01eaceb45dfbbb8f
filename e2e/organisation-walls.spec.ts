import { randomBytes } from "node:crypto";
import { referenceFrom } from "@/lib/domain/reference";
import { expect, test } from "./journey";
import { fileRequest, part, title } from "./person";

const copy = { country: "Germany", rights: ["Get a copy of your data"], name: "Ben Vogel" } as const;

test("R7 · organisations are strictly apart: a request and its key exist at one of them alone", async ({
  page,
  otherBrowser,
  email,
}) => {
  const sent = await fileRequest(page, { organisation: "ares", ...copy, email });
  const here = await page.goto(sent.page);
  expect(here?.status()).toBe(200);
  // The key of one organisation opens nothing at another, and nothing there differs from what never was.
  const elsewhere = await page.goto(`/aimarkos/requests/${sent.reference}`);
  expect(elsewhere?.status()).toBe(404);
  const words = await page.getByRole("main").textContent();
  const never = await page.goto(`/aimarkos/requests/${referenceFrom(randomBytes(5))}`);
  expect(never?.status()).toBe(404);
  expect(await page.getByRole("main").textContent()).toBe(words);

  const stranger = await otherBrowser();
  expect((await stranger.goto(sent.page))?.status()).toBe(404);
  await expect(title(stranger)).toHaveText("This page does not open here");
  expect((await stranger.request.get(`${sent.page}/receipt.json`)).status()).toBe(404);

  // Two requests in one browser: each organisation shows its own.
  const second = await fileRequest(page, { organisation: "aimarkos", ...copy, email: `second-${email}` });
  await expect(part(page, "What you asked")).toContainText("Ben Vogel");
  expect((await page.goto(`/ares/requests/${second.reference}`))?.status()).toBe(404);
});

test("R9 · whoever tries too often is told to wait, and what they typed is given back", async ({ page }) => {
  const typed = "somebody@example.com";
  await page.goto("/ares/find");
  for (let times = 0; times < 10; times += 1) {
    const sent = await page.request.post("/ares/find/send", {
      form: { sought: typed },
      headers: { "sec-fetch-site": "same-origin" },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(303);
  }
  await page.getByLabel("Your e-mail address or your reference").fill(typed);
  const [refused] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/ares/find/send")),
    page.getByRole("button", { name: "Send me a fresh link" }).click(),
  ]);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  await expect(page.getByRole("main")).toContainText(typed);
});

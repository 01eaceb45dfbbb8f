import { expect, test } from "./journey";
import { lettersTo, letterTo } from "./mailbox";
import { askFor, send, title } from "./person";

const asking = {
  organisation: "aimarkos",
  country: "Luxembourg",
  rights: ["Get a copy of your data"],
  name: "Tom Weis",
} as const;

test("A1 · going back, reloading and pressing twice make one request", async ({ page, staff, email }) => {
  await askFor(page, { ...asking, email });
  // Two windows with the same last page: both are pressed.
  const twin = await page.context().newPage();
  await twin.goto("/aimarkos/ask/check");
  await expect(title(twin)).toHaveText("Check your answers");
  const sent = await send(page);
  await twin.getByRole("button", { name: "Send request" }).click();
  await expect(title(twin)).toHaveText("We have your request");
  await expect(twin.getByText(sent.reference, { exact: true })).toBeVisible();

  await page.reload();
  await expect(page.getByText(sent.reference, { exact: true })).toBeVisible();
  await page.goBack();
  await page.reload();
  await expect(title(page)).toHaveText("We have your request");
  await expect(page.getByText(sent.reference, { exact: true })).toBeVisible();

  await letterTo(email, /please confirm your address/);
  const handler = await staff("handler");
  await handler.goto(`/console/requests/${sent.reference}`);
  await expect(handler.getByRole("main")).toContainText(sent.reference);
  await expect(handler.getByText("Same address")).toHaveCount(0);
  expect(await lettersTo(email)).toHaveLength(1);
});

test("A1 · two windows that send at the same moment make one request", async ({ page, email }) => {
  await askFor(page, { ...asking, email });
  const twin = await page.context().newPage();
  await twin.goto("/aimarkos/ask/check");
  const buttons = [page, twin].map((window) => window.getByRole("button", { name: "Send request" }));
  await Promise.all(buttons.map((button) => button.click()));
  for (const window of [page, twin]) await expect(title(window)).toHaveText("We have your request");
  const references = await Promise.all(
    [page, twin].map((window) => window.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/).textContent()),
  );
  expect(new Set(references).size).toBe(1);
});

test("A1 · an answer is changed from the last page without losing the others", async ({ page, email }) => {
  await askFor(page, { ...asking, email });
  await page.getByRole("link", { name: "Change your full name" }).click();
  await page.getByLabel("Your full name").fill("Tomas Weis");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(title(page)).toHaveText("Check your answers");
  for (const answer of ["Tomas Weis", email, "Luxembourg", "Get a copy of your data"])
    await expect(page.getByRole("main")).toContainText(answer);
});

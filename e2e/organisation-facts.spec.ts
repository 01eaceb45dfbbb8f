import { expect, test } from "./journey";
import { part, title } from "./person";

test("A9 A12 A13 A16 · the front page of AImarkOS says what it promises, keeps and protects, before anybody asks", async ({
  page,
}) => {
  await page.goto("/aimarkos");
  await expect(title(page)).toHaveText("Your data at AImarkOS");
  await expect(part(page, "What happens")).toContainText("We answer every request within 30 days");
  const kept = part(page, "How long we keep things");
  for (const rule of [
    "For the whole subscription, and 90 days after it is cancelled.",
    "24 months unless the client's plan sets another period.",
    "30 days",
    "7 years",
    "12 months unless it is deleted earlier.",
    "Kept even if you ask: tax and accounting law makes us keep bills and payments.",
  ])
    await expect(kept).toContainText(rule);
  for (const safeguard of ["TLS for everything in transit", "AES-256 for everything at rest", "Access by role"])
    await expect(part(page, "How we protect it")).toContainText(safeguard);
});

test("A17 · AImarkOS tells of changes 14 days ahead, by e-mail and prominently, and keeps its versions", async ({
  page,
}) => {
  await page.goto("/aimarkos");
  await page.getByRole("link", { name: "Privacy notice and its versions" }).click();
  await expect(title(page)).toHaveText("Our privacy notice and its versions");
  await expect(page.getByRole("main")).toContainText(
    "We tell you by e-mail and by a prominent notice 14 days before this policy changes.",
  );
  await expect(part(page, "Version 1")).toContainText("in force now");
});

test("W22 · every version of the policy can be had, and a change is announced 30 days ahead", async ({ page }) => {
  await page.goto("/aiworksforus/notices");
  await expect(page.getByRole("main")).toContainText("Earlier versions are archived: ask for any of them.");
  await expect(part(page, "Version 1")).toContainText("earlier version");
  await expect(part(page, "Version 1")).toContainText("First version of this example notice.");
  await expect(part(page, "Version 2")).toContainText(/announced on Fri 1 May 2026, 30 days before/);
  await expect(page.getByRole("main")).toContainText("privacy@aiworksforus.example.com");
});

test("W16 W17 W21 · aiworksforus says how long it keeps what, when backups go, and that data can stay in the EU", async ({
  page,
}) => {
  await page.goto("/aiworksforus");
  const kept = part(page, "How long we keep things");
  for (const rule of [
    /90 days/,
    /7 years/,
    /3 years/,
    /2 years/,
    /1 year/,
    /5 years/,
    /What stays after that: totals that name nobody/,
    /Copies in backups are overwritten within 90 days/,
    /We delete within 30 days\. Data that no longer names anyone may stay\./,
  ])
    await expect(kept).toContainText(rule);
  await expect(part(page, "Where your data is kept")).toContainText("You can ask us to keep it in the European Union.");
});

test("R6 R9 R10 · Ares says how to ask by e-mail, when data goes and how it is protected", async ({ page }) => {
  await page.goto("/ares");
  await expect(part(page, "Other ways to ask").getByRole("link", { name: "privacy@ares.example.org" })).toHaveAttribute(
    "href",
    "mailto:privacy@ares.example.org",
  );
  await expect(part(page, "How long we keep things")).toContainText(
    "your data is removed within 30 days, except what law or billing makes us keep",
  );
  for (const safeguard of ["Limits on how often anything can be tried", "Built by the guidance of OWASP"])
    await expect(part(page, "How we protect it")).toContainText(safeguard);
});

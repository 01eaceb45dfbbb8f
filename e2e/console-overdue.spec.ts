import { expect } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { test } from "./later-portal";
import { fileConfirmed } from "./raw-filing";
import { takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk, signIn } from "./staff";

test.setTimeout(500_000);

test("A9 W14: what is late is late on every page: report, queue, request and letters agree, as of any day", async ({
  portal,
  browser,
}) => {
  const before = await portal.started(45);
  const staff = rawVisitor({ base: before.base });
  await staff.post("/console/sign-in/enter", { ...before.signIn("handler"), code: "", to: "" });
  const late: string[] = [];
  for (const [place, steps] of [["begin"], ["begin"], ["begin", "ask_clarification"]].entries()) {
    const visitor = rawVisitor({ base: before.base });
    const filed = await fileConfirmed(visitor, { organisation: "ares", email: `late-${place}@example.com` });
    for (const step of steps) {
      expect((await takeNow(staff, filed.reference, step, { words: "Which account?" })).location).toContain("done=");
    }
    late.push(filed.reference);
  }

  const now = await portal.started(0);
  const today = rawVisitor({ base: now.base });
  await fileConfirmed(today, { organisation: "ares", email: "in-time@example.com" });
  const page = await browser.newPage({ baseURL: now.base });
  await signIn(page, now.signIn("dpo"));
  await openDesk(page, "Ares");
  await page.goto("/console/reports/overdue");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);

  const numbers: Record<string, number> = {};
  for (const label of ["Open", "Due within 7 days", "Overdue"]) {
    const link = page.getByRole("link", { name: new RegExp(`^\\d+: ${label}$`) });
    numbers[label] = Number(await link.textContent());
    await link.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Requests");
    const rows = page.getByRole("table").getByRole("rowheader");
    await expect(rows).toHaveCount(numbers[label] ?? 0);
    if (label === "Overdue") {
      const inQueue = await rows.allInnerTexts();
      await page.goto("/console/reports/overdue");
      const inReport = await page.locator("#late").getByRole("rowheader").allInnerTexts();
      expect(inReport.sort()).toEqual(inQueue.sort());
      expect(inReport.every((reference) => late.includes(reference))).toBe(true);
    }
    await page.goto("/console/reports/overdue");
  }
  expect(numbers.Overdue).toBeGreaterThanOrEqual(2);
  expect(numbers.Open).toBe(4);

  const first = page.locator("#late").getByRole("row").nth(1);
  await expect(first).toContainText(/\d+ days/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV" }).click(),
  ]);
  const csv = await (await download.createReadStream()).toArray();
  const [table = "", under = ""] = Buffer.concat(csv).toString().split("\r\n\r\n");
  expect(table.split("\r\n")).toHaveLength((numbers.Overdue ?? 0) + 1);
  // The page's words travel with it: which day it speaks of, and what overdue counts.
  expect(under).toMatch(new RegExp(`^"${numbers.Overdue} overdue, as of \\w{3} \\d+ \\w{3} \\d{4}, end of day`));
  expect(under).toContain("overdue from the day after it");

  // The same desk as of the day on which they came: nothing was late then, and it still says so.
  await page.goto(`/console/reports/overdue?${asOf(40)}`);
  await expect(page.getByText("Nothing was overdue on this day")).toBeVisible();
  await page.goto(`/console/requests/${late[0]}`);
  await expect(page.getByRole("complementary", { name: "Steps" })).toContainText(/late by \d+ days/);
  await page.context().close();
});

function asOf(daysAgo: number): string {
  const day = new Date(Date.now() - daysAgo * 86_400_000);
  return `asOf-day=${day.getUTCDate()}&asOf-month=${day.getUTCMonth() + 1}&asOf-year=${day.getUTCFullYear()}`;
}

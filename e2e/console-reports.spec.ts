import { expect } from "@playwright/test";
import { unzipped } from "@/lib/web/test-unzip";
import { expectAccessible } from "./accessibility";
import { press } from "./by-keyboard";
import { test } from "./later-portal";
import { letterTo } from "./mailbox";
import { fileConfirmed } from "./raw-filing";
import { takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk, signIn } from "./staff";

test.setTimeout(500_000);

test("A9 W14: a DPO tells everybody who is late and makes the regulator's pack, with the keyboard alone", async ({
  portal,
  browser,
}) => {
  const before = await portal.started(45);
  const emails = ["report-late-one@example.com", "report-late-two@example.com"];
  const late: string[] = [];
  const handler = rawVisitor({ base: before.base });
  await handler.post("/console/sign-in/enter", { ...before.signIn("handler"), code: "", to: "" });
  for (const email of emails) {
    const visitor = rawVisitor({ base: before.base });
    const { reference } = await fileConfirmed(visitor, { organisation: "ares", email });
    // Work has begun: what nobody took up would lapse for want of proof instead of being late.
    expect((await takeNow(handler, reference, "begin")).location).toContain("done=");
    late.push(reference);
  }

  const now = await portal.started(0);
  const page = await browser.newPage({ baseURL: now.base, acceptDownloads: true });
  await signIn(page, now.signIn("dpo"));
  await openDesk(page, "Ares");
  await page.goto("/console/reports/overdue");
  await expect(page.locator("#late")).toContainText("nothing since the receipt");

  await press(page, page.getByRole("link", { name: "Write to all overdue" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write to all overdue");
  await expectAccessible(page);
  for (const reference of late) await expect(page.getByLabel(`New day for ${reference}`)).not.toHaveValue("");
  await press(page, page.getByRole("button", { name: "Write to those who are ticked" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 of 2 told");
  await expectAccessible(page);
  for (const email of emails) {
    const { text } = await letterTo(email, /our answer is late/);
    expect(text.replaceAll(/\s+/g, " ")).toContain("You can count on our answer by");
    expect(text).toContain("complain");
  }
  await press(page, page.getByRole("link", { name: "Write to those who are left" }), "Enter");
  await expect(page.getByText("Nobody waits for such a letter")).toBeVisible();

  await page.goto("/console/reports/overdue");
  await expect(page.locator("#late")).toContainText("told that it is late");
  await expectAccessible(page);

  await press(page, page.getByRole("link", { name: "California metrics" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("California metrics");
  await expectAccessible(page);
  await page.goto("/console/reports/california?people=all&form=public");
  await expect(page.getByRole("table").first()).toContainText("fewer than 5");

  await press(page, page.getByRole("link", { name: "Regulator pack" }), "Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Regulator pack");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, page.getByRole("button", { name: "Make the pack" }), "Enter"),
  ]);
  const files = unzipped(Buffer.concat(await (await download.createReadStream()).toArray()));
  for (const reference of late) expect(files.get("timelines.csv")?.toString()).toContain(reference);
  for (const email of emails) expect([...files.values()].join("\n")).not.toContain(email);

  await page.goto("/console/audit");
  await expect(page.getByRole("main")).toContainText("Made a regulator's pack");
  await expect(page.getByRole("main")).toContainText("Wrote to 2 people whose answer is late");
  await page.context().close();

  const others = await browser.newPage({ baseURL: now.base });
  await signIn(others, now.signIn("approver"));
  await openDesk(others, "Ares");
  await others.goto("/console/reports/overdue");
  await expect(others.getByRole("link", { name: "Regulator pack" })).toHaveCount(0);
  await expect(others.getByRole("link", { name: "Write to all overdue" })).toHaveCount(0);
  for (const path of ["/console/reports/pack", "/console/reports/overdue/campaign"]) {
    expect((await others.goto(path))?.status(), path).toBe(404);
  }
  await others.context().close();
});

import { expect } from "@playwright/test";
import { expectAccessible } from "./accessibility";
import { test } from "./later-portal";
import { lettersTo, letterTo } from "./mailbox";
import { fileConfirmed } from "./raw-filing";
import { takeNow } from "./raw-staff";
import { rawVisitor } from "./raw-visitor";
import { openDesk } from "./staff";

test.setTimeout(600_000);

const day = 86_400_000;
// The portal's clock shows the last Wednesday: Monday morning is over there in every zone, whatever day it is here.
const wednesday = (new Date().getUTCDay() + 4) % 7;
const subject = /: the week to /;

test("A9: the weekly letter leads to the figures of its day, comes once, and is stopped by one click or by one press", async ({
  portal,
  browser,
}) => {
  const before = await portal.started(wednesday + 8);
  const filing = rawVisitor({ base: before.base });
  const { reference } = await fileConfirmed(filing, { organisation: "ares", email: "weekly-figures@example.com" });
  const handler = rawVisitor({ base: before.base });
  await handler.post("/console/sign-in/enter", { ...before.signIn("handler"), code: "", to: "" });
  expect((await takeNow(handler, reference, "begin")).location).toContain("done=");
  const { email: address } = before.signIn("dpo");
  // The desk did not stand in the week before: there is nothing to tell of it.
  expect((await lettersTo(address)).filter((one) => subject.test(one.subject))).toEqual([]);

  const now = await portal.started(wednesday);
  const letter = await letterTo(address, /^Ares: the week to Sunday, /);
  const weekly = async () => (await lettersTo(address)).filter((one) => subject.test(one.subject));
  await expect.poll(async () => (await weekly()).length, { timeout: 60_000 }).toBe(3);
  for (const part of [letter.subject, letter.text, letter.html]) {
    expect(part).not.toContain(reference);
    expect(part).not.toContain("weekly-figures");
  }
  const sunday = new Date(Date.now() - (wednesday + 3) * day).toISOString().slice(0, 10);
  const link = /http\S+\/console\/reports\/week\/ares\/\S+/.exec(letter.text)?.[0] ?? "";
  expect(link).toBe(`${now.base}/console/reports/week/ares/${sunday}`);

  const page = await browser.newPage({ baseURL: now.base, javaScriptEnabled: false });
  await page.goto(link);
  const dpo = now.signIn("dpo");
  await page.getByLabel("E-mail").fill(dpo.email);
  await page.getByLabel("Password").fill(dpo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  // Signed in, and another organisation's work is open: nothing is switched by a link alone.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The week of Ares");
  await page.getByRole("button", { name: "Open Ares" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overdue");
  await expect(page).toHaveURL(`${now.base}/console/reports/overdue?asOf=${sunday}`);
  const open = page
    .locator("dl > div")
    .filter({ has: page.getByText("Open", { exact: true }) })
    .first();
  await expect(open.locator("dd")).toHaveText("1");
  // What came after that Sunday changes nothing on it.
  await fileConfirmed(rawVisitor({ base: now.base }), { organisation: "ares", email: "weekly-later@example.com" });
  await page.goto(link);
  await expect(open.locator("dd")).toHaveText("1");

  const choice = async (name: string) => {
    await page.goto("/console/account");
    return page.getByRole("checkbox", { name, exact: true });
  };
  const header = letter.headers.get("list-unsubscribe") ?? "";
  expect(letter.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  const stop = new URL(/^<(http\S+)>$/.exec(header)?.[1] ?? "");
  expect(letter.text).toContain(stop.href);

  // ATK-M4: a scanner follows every link, and submits the form behind it from another machine.
  const scanner = rawVisitor({ base: now.base });
  for (const method of ["HEAD", "GET"]) expect((await scanner.send(method, stop.pathname)).status).toBe(303);
  expect((await scanner.open(stop.pathname)).text).toContain("Stop the weekly letter?");
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const oneClick = { headers: type, body: "List-Unsubscribe=One-Click" };
  expect((await scanner.send("POST", stop.pathname, { headers: type, body: "" })).status).toBe(400);
  const forged = stop.pathname.replace(/.(.{20})$/, (end, rest) => `${end.startsWith("A") ? "B" : "A"}${rest}`);
  expect((await scanner.send("POST", forged, oneClick)).status).toBe(404);
  expect((await rawVisitor({ base: now.base }).post("/console/weekly/stop/now", {})).status).toBe(404);
  await expect(await choice("Ares")).toBeChecked();

  // The reader's mail program presses the button: no cookie, no origin, no page of ours.
  const clicked = await rawVisitor({ base: now.base }).send("POST", stop.pathname, oneClick);
  expect([clicked.status, clicked.location, clicked.headers["set-cookie"]]).toEqual([200, "", undefined]);
  await expect(await choice("Ares")).not.toBeChecked();
  await expect(page.getByRole("checkbox", { name: "AImarkOS", exact: true })).toBeChecked();

  // The reader follows the link of another letter, signed in nowhere and without scripts.
  const other = await letterTo(address, /^AImarkOS: the week to /);
  const reader = await browser.newPage({ baseURL: now.base, javaScriptEnabled: false });
  await reader.goto(/http\S+\/console\/weekly\/stop\/\S+/.exec(other.text)?.[0] ?? "");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Stop the weekly letter?");
  expect(reader.url()).toBe(`${now.base}/console/weekly/stop`);
  await reader.getByRole("button", { name: "Stop this letter", exact: true }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The weekly letter is stopped");
  await reader.context().close();
  await expect(await choice("AImarkOS")).not.toBeChecked();

  await (await choice("Ares")).check();
  await page.getByRole("button", { name: "Save weekly letters", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your choice of weekly letters is saved." })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Ares", exact: true })).toBeChecked();
  await page.context().close();

  const looking = await browser.newPage({ baseURL: now.base });
  const auditor = now.signIn("auditor");
  await looking.goto(link);
  await looking.getByLabel("E-mail").fill(auditor.email);
  await looking.getByLabel("Password").fill(auditor.password);
  await looking.getByRole("button", { name: "Sign in" }).click();
  await expect(looking.getByRole("heading", { level: 1 })).toHaveText("The week of Ares");
  await expectAccessible(looking);
  await looking.goto(stop.pathname);
  await expect(looking.getByRole("heading", { level: 1 })).toHaveText("Stop the weekly letter?");
  await expectAccessible(looking);
  await looking.goto("/console/account");
  await expect(looking.getByRole("checkbox", { name: "Ares", exact: true })).not.toBeChecked();
  await expectAccessible(looking);
  await openDesk(looking, "Ares");
  await looking.goto("/console/audit");
  await expect(looking.getByRole("main")).toContainText(/Weekly letter to .+ turned off/);
  await expect(looking.getByRole("main")).toContainText(/Weekly letter to .+ turned on/);
  await looking.context().close();

  // Started again in the same week, the worker looks once more and finds the week told.
  const again = await portal.started(wednesday);
  await expect
    .poll(() =>
      again.rows("select 1 from graphile_worker.jobs where key = 'weekly_letters'").then((rows) => rows.length),
    )
    .toBe(0);
  expect(await weekly()).toHaveLength(3);
});

import { test as base, expect, type Page } from "@playwright/test";
import { calendarDate, localDay, plusDays } from "@/lib/domain/calendar-date";
import { expectAccessible } from "./accessibility";
import { press } from "./by-keyboard";
import { letterTo } from "./mailbox";
import { forget, type OwnPortal, startOwnPortal } from "./own-portal";
import { fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk, signIn } from "./staff";

type Desk = { portal: OwnPortal; at(who: string, scripts?: boolean): Promise<Page> };

// A portal of its own: whoever is away here must not be away in other journeys.
const test = base.extend<Desk>({
  portal: async ({ browserName: _ }, use) => {
    const portal = await startOwnPortal();
    await use(portal);
    await portal.stop();
    forget(portal);
  },
  at: async ({ portal, browser }, use) => {
    const opened: Page[] = [];
    await use(async (who, javaScriptEnabled = true) => {
      const context = await browser.newContext({ baseURL: portal.base, javaScriptEnabled });
      const page = await context.newPage();
      opened.push(page);
      await signIn(page, portal.signIn(who));
      await openDesk(page, "Ares");
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});
test.setTimeout(400_000);

// The desk of Ares is at UTC.
const today = () => localDay(new Date(), "Etc/UTC");

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = calendarDate(day).split("-");
  const boxes = page.getByRole("group", { name: label });
  await boxes.getByLabel("Day").fill(date);
  await boxes.getByLabel("Month").fill(month);
  await boxes.getByLabel("Year").fill(year);
}

async function away(page: Page, days: { from: string; until: string; cover: string }): Promise<void> {
  await fillDay(page, "First day away", days.from);
  await fillDay(page, "Last day away", days.until);
  await page.getByLabel("Who covers").selectOption(days.cover);
  await page.getByRole("button", { name: /the time away$/ }).click();
}

const second = "second.handler@demo.example.com";

test("a handler goes on holiday: new work and letters go to the cover, what is theirs stays theirs, and nobody ends it", async ({
  portal,
  at,
}) => {
  const visitor = () => rawVisitor({ base: portal.base });
  const filing = { organisation: "ares", right: "withdraw_consent", details: {} } as const;
  const handler = await at("handler");
  const theirs = await fileConfirmed(visitor(), { ...filing, email: "before@example.com" });
  await handler.goto(`/console/requests/${theirs.reference}`);
  await handler.getByRole("button", { name: "Begin work" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: begin work" })).toBeVisible();

  // The days in the wrong order are said at the field, and what was typed stays.
  await handler.goto("/console/account");
  await expectAccessible(handler);
  await away(handler, { from: plusDays(today(), 3), until: today(), cover: "Demo second handler" });
  const problem = handler.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("The last day lies before the first one.");
  await expect(handler).toHaveTitle(/^Error: /);
  await expect(handler.getByLabel("Who covers")).toHaveValue(/.+/);
  for (const scheme of ["light", "dark"] as const) {
    await handler.emulateMedia({ colorScheme: scheme });
    await expectAccessible(handler);
  }
  await fillDay(handler, "First day away", today());
  await fillDay(handler, "Last day away", plusDays(today(), 3));
  await press(handler, handler.getByRole("button", { name: "Save the time away" }), "Enter");
  await expect(handler.getByRole("status").filter({ hasText: "It is written down." })).toBeVisible();
  await expect(handler.getByRole("main")).toContainText("Demo second handler covers.");
  await expectAccessible(handler);

  // A rule that gives everything to them gives it to the cover now, who hears of it.
  const administrator = await at("administrator");
  await administrator.goto("/console/settings/assignment");
  await administrator.getByRole("textbox", { name: "Name" }).fill("All to the handler");
  await administrator.getByRole("checkbox", { name: "Demo handler", exact: true }).check();
  await administrator.getByRole("button", { name: "Add the rule" }).click();
  await expect(administrator.getByRole("row", { name: /^All to the handler/ })).toContainText("Demo second handler");
  const fresh = await fileConfirmed(visitor(), { ...filing, email: "during@example.com" });
  await letterTo(second, new RegExp(`^\\[${fresh.reference}\\]`));

  const cover = await at(second);
  await cover.goto("/console?view=mine");
  await expect(cover.getByRole("link", { name: fresh.reference })).toBeVisible();
  await expect(cover.getByRole("main")).toContainText("You cover Demo handler until");
  await expectAccessible(cover);
  await press(cover, cover.getByRole("link", { name: "Covered by me" }), "Enter");
  const row = cover.getByRole("row").filter({ has: cover.getByRole("link", { name: theirs.reference }) });
  await expect(row).toContainText("away until");
  await expect(cover.getByRole("link", { name: fresh.reference })).toHaveCount(0);
  await cover.getByRole("link", { name: "Mine and covered" }).click();
  await expect(cover.getByRole("link", { name: fresh.reference })).toBeVisible();
  await expect(cover.getByRole("link", { name: theirs.reference })).toBeVisible();
  await cover.goto(`/console/requests/${theirs.reference}`);
  await expect(cover.getByRole("complementary", { name: "Steps" })).toContainText(
    /Owner: Demo handler, away until .*, Demo second handler covers/,
  );
  await cover.getByRole("complementary", { name: "Steps" }).getByRole("link", { name: "Assign", exact: true }).click();
  await expect(cover.getByRole("heading", { level: 1 })).toHaveText("Assign");
  await expect(cover.getByLabel("Owner")).toContainText("Demo second handler: 1 open");
  await expect(cover.getByLabel("Owner")).toContainText(/Demo handler: 1 open · away until/);
  await expectAccessible(cover);
});

test("a manager says it for others: work in hand is shown with its lists, a circle is refused, and it is taken back without scripts", async ({
  portal,
  at,
}) => {
  const visitor = rawVisitor({ base: portal.base });
  const mine = { organisation: "ares", right: "withdraw_consent", details: {}, email: "in-hand@example.com" } as const;
  const filed = await fileConfirmed(visitor, mine);
  const handler = await at("handler");
  await handler.goto(`/console/requests/${filed.reference}`);
  await handler.getByRole("button", { name: "Begin work" }).click();
  await expect(handler.getByRole("status").filter({ hasText: "Done: begin work" })).toBeVisible();

  const page = await at("administrator");
  await page.goto("/console/team");
  await page.getByRole("link", { name: "Demo handler", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Demo handler");
  await away(page, { from: today(), until: plusDays(today(), 9), cover: "Demo second handler" });
  await expect(page.getByRole("status").filter({ hasText: "It is written down." })).toBeVisible();
  await expectAccessible(page);

  await page.goto("/console/team");
  await page.getByRole("table", { name: "Members" }).getByRole("link", { name: "Demo second handler" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Demo second handler");
  const days = { from: plusDays(today(), 5), until: plusDays(today(), 20), cover: "Demo handler" };
  await away(page, days);
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("go round in a circle");
  await expectAccessible(page);
  await away(page, { ...days, cover: "nobody" });
  await expect(page.getByRole("main")).toContainText("On some of these days nobody acts");

  await page.goto("/console/team");
  const work = page.getByRole("table", { name: "Work in hand" });
  await expect(work.getByRole("row", { name: /^Demo handler/ })).toContainText("Demo second handler covers");
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expectAccessible(page);
  }
  await press(
    page,
    work.getByRole("row", { name: /^Demo handler/ }).getByRole("link", { name: "1", exact: true }),
    "Enter",
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Requests");
  await expect(page.getByRole("rowheader")).toHaveText([filed.reference]);

  const plain = await at("administrator", false);
  await plain.goto("/console/team");
  await plain.getByRole("table", { name: "Members" }).getByRole("link", { name: "Demo handler", exact: true }).click();
  await plain.getByRole("button", { name: "They are here again" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "It is taken back." })).toBeVisible();
  await plain.goto("/console/audit");
  await expect(plain.getByRole("main")).toContainText("Absence of Demo handler taken back");
  await expect(plain.getByRole("main")).toContainText(/Demo handler is away from .*; Demo second handler covers/);
});

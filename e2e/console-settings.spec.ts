import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { clusterRecord } from "@/scripts/cluster-record";
import { EXAMPLES, loadOrganisations, readOrganisations } from "@/scripts/load-organisations";
import { expectAccessible } from "./accessibility";
import { press } from "./by-keyboard";
import { forget, type OwnPortal, startOwnPortal } from "./own-portal";
import { fileConfirmed } from "./raw-filing";
import { rawVisitor } from "./raw-visitor";
import { openDesk, signIn } from "./staff";

// A portal of its own: rules and promises reach every request of an organisation, also those of other journeys.
const test = base.extend<{ portal: OwnPortal; dpo: Page }>({
  portal: async ({ browserName: _ }, use) => {
    const portal = await startOwnPortal();
    await use(portal);
    await portal.stop();
    forget(portal);
  },
  dpo: async ({ portal, browser }, use) => {
    const context = await browser.newContext({ baseURL: portal.base });
    const page = await context.newPage();
    await signIn(page, portal.signIn("dpo"));
    await openDesk(page, "Ares");
    await use(page);
    await context.close();
  },
});
test.setTimeout(400_000);

/** The same person at another browser, without scripts. */
async function withoutScripts(page: Page, portal: OwnPortal): Promise<Page> {
  const storageState = await page.context().storageState();
  const context = await page.context().browser()?.newContext({
    baseURL: portal.base,
    storageState,
    javaScriptEnabled: false,
  });
  if (!context) throw new Error("no browser");
  return context.newPage();
}

/** What whoever maintains the organisation's file does, and a start of the portal then reads. */
async function promise(portal: OwnPortal, days: number): Promise<void> {
  const { port, superuserPassword } = clusterRecord(join(portal.dataFolder, "database"));
  const profiles = readOrganisations(join(import.meta.dirname, "..", EXAMPLES));
  const changed = profiles.map((profile) =>
    profile.slug === "ares" ? { ...profile, promise: { ...profile.promise, days } } : profile,
  );
  const ownerUrl = `postgresql://postgres:${superuserPassword}@127.0.0.1:${port}/habeas`;
  await loadOrganisations(ownerUrl, changed, { onlyExamples: false, now: new Date() });
}

test("a changed promise moves no date by itself: the page shows both days and asks, by keyboard and without scripts", async ({
  portal,
  dpo,
}) => {
  const references: string[] = [];
  for (const place of [1, 2, 3]) {
    const filing = { organisation: "ares", email: `promised-${place}@example.com` } as const;
    references.push((await fileConfirmed(rawVisitor({ base: portal.base }), filing)).reference);
  }
  await dpo.goto("/console/settings/dates");
  await expect(dpo.getByRole("main")).toContainText("No date would move");
  await expectAccessible(dpo);

  await promise(portal, 20);
  await dpo.reload();
  await expect(dpo.getByRole("main")).toContainText("Promise: 30 days before, 20 now.");
  const earlier = dpo.getByRole("table", { name: "Would be due earlier" });
  await expect(earlier.getByRole("rowheader")).toHaveCount(3);
  await expect(earlier).toContainText("10 days earlier");
  for (const scheme of ["light", "dark"] as const) {
    await dpo.emulateMedia({ colorScheme: scheme });
    await expectAccessible(dpo);
  }

  await press(dpo, dpo.getByRole("button", { name: "Move the chosen ones" }), "Enter");
  await expect(dpo.getByRole("alert", { name: "There is a problem" })).toContainText("Choose at least one request.");
  await expect(dpo).toHaveTitle(/^Error: /);
  await expectAccessible(dpo);
  const [first = ""] = references;
  await press(dpo, dpo.getByRole("checkbox", { name: `Move ${first}` }), "Space");
  await press(dpo, dpo.getByRole("button", { name: "Move the chosen ones" }), "Enter");
  await expect(dpo.getByRole("status").filter({ hasText: "1 moved" })).toContainText(first);
  await expectAccessible(dpo);

  const plain = await withoutScripts(dpo, portal);
  await plain.goto("/console/settings/dates");
  await plain.getByRole("button", { name: "Move all 2 listed" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "2 moved" })).toBeVisible();
  await expect(plain.getByRole("main")).toContainText("Every open request stands under the settings of today.");

  await promise(portal, 40);
  await dpo.goto("/console/settings/dates");
  const keep = dpo.getByRole("table", { name: "Requests that keep their date" });
  await expect(keep.getByRole("rowheader")).toHaveCount(3);
  await expect(keep).toContainText("Only a holiday moves a date back, never a longer promise.");
  await expect(dpo.getByRole("button", { name: /^Move/ })).toHaveCount(0);
  await expectAccessible(dpo);
});

test("rules of assignment: added for places and askers, asked in their order, taken away; by keyboard and without scripts", async ({
  portal,
  dpo,
}) => {
  await dpo.goto("/console/settings/assignment");
  await expect(dpo.getByRole("main")).toContainText("No rules yet");
  await expectAccessible(dpo);

  // Nothing typed, then a place that is none: both are said at their fields, and what was typed stays.
  await press(dpo, dpo.getByRole("button", { name: "Add the rule" }), "Enter");
  const problem = dpo.getByRole("alert", { name: "There is a problem" });
  await expect(problem).toContainText("Give the rule a name.");
  await expect(problem).toContainText("Choose who gets these requests.");
  await expectAccessible(dpo);
  await press(dpo, dpo.getByRole("textbox", { name: "Name" }), "Control+a");
  await dpo.keyboard.type("Iceland");
  await press(dpo, dpo.locator("summary", { hasText: "Only some laws, places or askers" }), "Enter");
  await press(dpo, dpo.getByLabel("Places"), "Control+a");
  await dpo.keyboard.type("IS, Iceland");
  await press(dpo, dpo.getByRole("checkbox", { name: "Demo second handler" }), "Space");
  await press(dpo, dpo.getByRole("button", { name: "Add the rule" }), "Enter");
  await expect(problem).toContainText("“Iceland” is no place.");
  await expect(dpo.getByLabel("Places")).toHaveValue("IS, Iceland");
  for (const scheme of ["light", "dark"] as const) {
    await dpo.emulateMedia({ colorScheme: scheme });
    await expectAccessible(dpo);
  }
  await dpo.getByLabel("Places").fill("is");
  await press(dpo, dpo.getByRole("button", { name: "Add the rule" }), "Enter");
  await expect(dpo.getByRole("status").filter({ hasText: "The rule is added." })).toBeVisible();
  const rules = dpo.getByRole("table", { name: "Rules, in the order in which they are asked" });
  await expect(rules.getByRole("row", { name: /^Iceland/ })).toContainText("Demo second handler");
  await expectAccessible(dpo);

  const plain = await withoutScripts(dpo, portal);
  await plain.goto("/console/settings/assignment");
  await plain.getByRole("textbox", { name: "Name" }).fill("Everybody by agents");
  await plain.getByText("Only some laws, places or askers").click();
  await plain.getByRole("checkbox", { name: "An authorised agent" }).check();
  await plain.getByLabel("Or to everybody with a role").selectOption("handler");
  await plain.getByRole("button", { name: "Add the rule" }).click();
  await expect(plain.getByRole("status").filter({ hasText: "The rule is added." })).toBeVisible();
  const names = plain
    .getByRole("table", { name: "Rules, in the order in which they are asked" })
    .getByRole("rowheader");
  await expect(names).toHaveText(["Iceland", "Everybody by agents"]);
  await plain.getByRole("button", { name: /^Ask first.*Everybody by agents$/ }).click();
  await expect(names).toHaveText(["Everybody by agents", "Iceland"]);

  const filing = { organisation: "ares", right: "withdraw_consent", details: {} } as const;
  const visitor = () => rawVisitor({ base: portal.base });
  const there = await fileConfirmed(visitor(), { ...filing, country: "IS", email: "isl@example.com" });
  const here = await fileConfirmed(visitor(), { ...filing, country: "DE", email: "deu@example.com" });
  await dpo.goto(`/console/requests/${there.reference}`);
  await expect(dpo.getByRole("complementary", { name: "Steps" })).toContainText("Owner: Demo second handler");
  await expect(dpo.getByRole("main")).toContainText("Iceland");
  await dpo.goto(`/console/requests/${here.reference}`);
  await expect(dpo.getByRole("complementary", { name: "Steps" })).toContainText("Owner: nobody");

  await plain.getByRole("button", { name: /^Remove.*Iceland$/ }).click();
  await expect(plain.getByRole("status").filter({ hasText: "The rule is gone." })).toBeVisible();
  await expect(names).toHaveText(["Everybody by agents"]);
});

test("W19: settings are not there for a handler", async ({ portal, browser }) => {
  const context = await browser.newContext({ baseURL: portal.base });
  const page = await context.newPage();
  await signIn(page, portal.signIn("handler"));
  for (const path of ["/console/settings/dates", "/console/settings/assignment"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  await context.close();
});

import { randomBytes } from "node:crypto";
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { type Household, neighbours, openHousehold } from "./household";
import { type DemoRole, signIn, signInOf } from "./staff";

type Signed = Awaited<ReturnType<BrowserContext["storageState"]>>;

type ForTest = {
  household: Household;
  /** An address that nobody else writes to or from. */
  email: string;
  /** A page in another browser of the same household. */
  otherBrowser: (options?: BrowserContextOptions) => Promise<Page>;
  /** A page at which this member of staff is signed in. They work for every organisation. */
  staff: (role: DemoRole) => Promise<Page>;
};
/** What most journeys need: the person's page and address, and somebody at the desk. */
export type People = { page: Page } & Pick<ForTest, "staff" | "email">;
type ForWorker = { signedIn: (role: DemoRole) => Promise<Signed> };

// Chromium itself asks what kind of form it sees; no page of ours does.
const browsersOwn = "content-autofill.googleapis.com:443";

/** Pages must not ask anybody but the portal, break their own content policy, or throw. */
export const test = base.extend<ForTest, ForWorker>({
  household: async ({ baseURL }, use) => {
    const portal = new URL(baseURL ?? "");
    const household = await openHousehold(portal);
    await use(household);
    await household.close();
    const strangers = [...household.hosts].filter(
      (host) => host !== portal.host && host !== browsersOwn && !neighbours.has(host),
    );
    expect(strangers).toEqual([]);
  },
  proxy: async ({ household }, use) => {
    await use({ server: household.proxy });
  },
  email: async ({ browserName: _ }, use) => {
    await use(`visitor-${randomBytes(5).toString("hex")}@example.com`);
  },
  context: async ({ context }, use) => {
    const trouble = troubleIn(context);
    await use(context);
    expect(trouble).toEqual([]);
  },
  otherBrowser: async ({ browser, household }, use) => {
    const opened: { context: BrowserContext; trouble: string[] }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ proxy: { server: household.proxy }, ...options });
      opened.push({ context, trouble: troubleIn(context) });
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ trouble }) => trouble)).toEqual([]);
  },
  staff: async ({ otherBrowser, signedIn }, use) => {
    await use(async (role) => otherBrowser({ storageState: await signedIn(role), javaScriptEnabled: true }));
  },
  // Once for each role and worker: checking a password is slow on purpose.
  signedIn: [
    async ({ browser }, use) => {
      const states = new Map<DemoRole, Promise<Signed>>();
      const enter = async (role: DemoRole) => {
        const context = await browser.newContext({ javaScriptEnabled: true, baseURL: process.env.E2E_BASE_URL });
        await signIn(await context.newPage(), signInOf(role));
        const state = await context.storageState();
        await context.close();
        return state;
      };
      await use((role) => {
        const state = states.get(role) ?? enter(role);
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
});

export { expect };

function troubleIn(context: BrowserContext): string[] {
  const trouble: string[] = [];
  context.on("weberror", (thrown) => trouble.push(`${thrown.page()?.url()}: ${thrown.error().message}`));
  context.on("console", (said) => {
    if (/content.security.policy|refused to|hydrat/i.test(said.text())) trouble.push(said.text());
  });
  return trouble;
}

import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";

type SignIn = { role: string; email: string; password: string };

export type DemoRole = "handler" | "approver" | "dpo" | "auditor" | "administrator";

/** The demo sign-ins that the start wrote for this run. */
export function signInOf(role: DemoRole): SignIn {
  const ready = JSON.parse(readFileSync(process.env.E2E_READY ?? "", "utf8")) as { signIns: SignIn[] };
  const found = ready.signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`no demo sign-in for ${role}`);
  return found;
}

/** A browser of its own in which this member of staff is signed in. */
export async function staffPage(browser: Browser, role: DemoRole, organisation: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  const { email, password } = signInOf(role);
  await page.goto("/console");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/console(?!\/sign-in)/);
  await openDesk(page, organisation);
  return page;
}

/** Makes this organisation's desk the open one. */
export async function openDesk(page: Page, organisation: string): Promise<void> {
  await page.goto("/console");
  const desk = page.getByRole("button", { name: organisation, exact: true });
  if (await desk.isVisible()) await desk.click();
}

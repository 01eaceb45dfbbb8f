import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";

type SignIn = { role: string; email: string; password: string };

export type DemoRole = "handler" | "approver" | "dpo" | "auditor" | "administrator";

/** The demo sign-ins that the start wrote for this run. */
export function signInOf(role: DemoRole): SignIn {
  const ready = JSON.parse(readFileSync(process.env.E2E_READY ?? "", "utf8")) as { signIns: SignIn[] };
  const found = ready.signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`no demo sign-in for ${role}`);
  return found;
}

/** Goes to the console and signs in there. `code` is for those who have an authenticator. */
export async function signIn(page: Page, who: { email: string; password: string; code?: string }): Promise<void> {
  await page.goto("/console");
  await page.getByLabel("E-mail").fill(who.email);
  await page.getByLabel("Password").fill(who.password);
  if (who.code) await page.getByLabel("Code").fill(who.code);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** Makes this organisation's desk the open one. */
export async function openDesk(page: Page, organisation: string): Promise<void> {
  await page.goto("/console");
  await page.getByRole("combobox", { name: "Organisation" }).selectOption(organisation);
  await page.getByRole("button", { name: "Switch" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: organisation })).toBeVisible();
}

import { randomBytes } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { openDesk } from "./staff";

export type Hired = { email: string; password: string };

/** An invitation by the administrator, taken in a browser of the new member's own, who is signed in there afterwards. */
export async function hire(
  administrator: Page,
  member: Page,
  place: { organisation: string; roles: readonly string[] },
): Promise<Hired> {
  const email = `staff-${randomBytes(4).toString("hex")}@example.org`;
  const password = `Larch ${randomBytes(6).toString("hex")} quay violet`;
  await openDesk(administrator, place.organisation);
  await administrator.goto("/console/team");
  await administrator.getByLabel("E-mail", { exact: true }).fill(email);
  for (const role of place.roles) await administrator.getByRole("checkbox", { name: role, exact: true }).check();
  await administrator.getByRole("button", { name: "Make an invitation" }).click();
  const notice = administrator.getByRole("status").filter({ hasText: `Invitation for ${email}` });
  await member.goto((await notice.locator("code").textContent()) ?? "");
  await expect(member.getByRole("heading", { level: 1 })).toHaveText(`Join ${place.organisation}`);
  await member.getByLabel("Your name").fill("Kim Larsen");
  await member.getByLabel("New password").fill(password);
  await member.getByRole("button", { name: "Join" }).click();
  await expect(member.getByRole("button", { name: "Sign out" })).toBeVisible();
  return { email, password };
}

/** What an authenticator shows for this key, `steps` half minutes from now: a code opens the door once. */
export function codeFor(key: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/g, "")) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

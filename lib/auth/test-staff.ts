import { randomUUID } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { inject } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { enterOrganisation, setRoles } from "@/lib/db/memberships";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { createStaff, setSecondFactor } from "@/lib/db/staff-members";
import type { StaffRole } from "@/lib/domain/actor";
import { EXAMPLES, loadOrganisations, readOrganisations } from "@/scripts/load-organisations";
import { freshDatabase } from "@/scripts/test-database";
import { hashPassword } from "./password";
import { signIn } from "./sign-in";
import { type SignedInStaff, staffBehind } from "./staff-session";

export const goodPassword = "violet harbour kettle ninety";
export const noon = new Date("2026-12-04T12:00:00Z");

export function later(seconds: number, from = noon): Date {
  return new Date(from.getTime() + seconds * 1000);
}

/** The code that an authenticator shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
}

/** A database of its own with the three example organisations, and staff that can sign in. */
export async function openStaffRoom() {
  const held = await freshDatabase();
  process.env.HABEAS_DATABASE_URL = held.appUrl;
  process.env.HABEAS_SECRET = inject("testSecret");
  await loadOrganisations(held.ownerUrl, readOrganisations(EXAMPLES), { onlyExamples: false, now: noon });
  const organisations = await listOrganisations();
  const passwordHash = await hashPassword(goodPassword);

  function organisation(slug: string): Organisation {
    const found = organisations.find((one) => one.slug === slug);
    if (!found) throw new Error(`no organisation ${slug}`);
    return found;
  }

  /** Somebody with roles at organisations by slug, and a second factor when given its secret. */
  async function member(at: Partial<Record<string, StaffRole[]>>, totpSecret?: string) {
    const email = `${randomUUID()}@example.org`;
    const id = await database().$transaction(async (tx) => {
      const made = await createStaff(tx, { email, name: "Demo member", passwordHash }, noon);
      if (totpSecret) await setSecondFactor(tx, made, { secret: totpSecret, step: 0 });
      for (const [slug, roles] of Object.entries(at)) {
        await setRoles(await enterOrganisation(tx, organisation(slug).id), made, roles ?? []);
      }
      return made;
    });
    return { id, email };
  }

  function enter(email: string, given: Partial<Parameters<typeof signIn>[0]> = {}, now = noon) {
    return signIn({ email, password: goodPassword, code: "", address: randomUUID(), before: null, ...given }, now);
  }

  /** Signs in and returns the secret of the session. */
  async function token(email: string, given: Partial<Parameters<typeof signIn>[0]> = {}, now = noon): Promise<string> {
    const entered = await enter(email, given, now);
    if (!entered.ok) throw new Error(entered.refusal);
    return entered.token;
  }

  async function seated(email: string, now = noon): Promise<SignedInStaff> {
    const staff = await staffBehind(await token(email, {}, now), now);
    if (!staff) throw new Error("nobody behind the session");
    return staff;
  }

  async function record(slug: string) {
    const { id } = organisation(slug);
    return inOrganisation(id, ({ tx }) => tx.event.findMany({ where: { chainId: id }, orderBy: { seq: "asc" } }));
  }

  async function close() {
    await closeDatabase();
    await held.close();
  }
  return { organisation, organisations, member, enter, token, seated, record, close };
}

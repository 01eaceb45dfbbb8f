import { randomInt } from "node:crypto";
import { demoPeople } from "@/lib/auth/demo-people";
import { hashPassword } from "@/lib/auth/password";
import { closeDatabase } from "@/lib/db/client";
import { closeDemoPeople, ensureDemoMember, offerFirstAdministrator } from "@/lib/db/first-people";
import { listOrganisations } from "@/lib/db/organisations";

/** How somebody may get in after a start. Printed once; the passwords are random and kept nowhere in the clear. */
export type SignIn = { organisation: string; role: string; email: string; password: string };

export type FirstPeople = {
  /** Demo accounts with their passwords of this start. Empty unless asked for. */
  signIns: SignIn[];
  /** Opens the page that makes the first administrator, once. Undefined when somebody can sign in already. */
  administratorToken: string | undefined;
};

// No letters or digits that look like others; 20 of 54 signs are 115 bits.
const alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function randomPassword(): string {
  return Array.from({ length: 20 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

async function demoSignIns(now: Date): Promise<SignIn[]> {
  const organisations = await listOrganisations();
  const everywhere = organisations.map(({ id }) => id);
  return Promise.all(
    demoPeople.map(async ({ email, name, roles }) => {
      const password = randomPassword();
      const member = { email, name, roles, passwordHash: await hashPassword(password) };
      await ensureDemoMember(member, everywhere, now);
      const organisation = organisations.length === 1 ? (organisations[0]?.slug ?? "") : "all organisations";
      return { organisation, role: roles.join(", "), email, password };
    }),
  );
}

/**
 * Makes sure that somebody can get in. The database is prepared and the settings (lib/settings.ts) are in place.
 * Demo accounts get new passwords at each start, and are closed by a start that is no demonstration.
 *
 * @param demo make demo accounts for every organisation; only ever true on the loopback with our own database
 */
export async function firstPeople({ demo, now }: { demo: boolean; now: Date }): Promise<FirstPeople> {
  try {
    const signIns = demo ? await demoSignIns(now) : [];
    if (!demo)
      await closeDemoPeople(
        demoPeople.map(({ email }) => email),
        now,
      );
    const administratorToken = demo ? undefined : await offerFirstAdministrator(now);
    return { signIns, administratorToken };
  } finally {
    await closeDatabase();
  }
}

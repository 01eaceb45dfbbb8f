import "server-only";
import { findStaff, type StaffRecord } from "@/lib/db/staff-members";
import { isPassword } from "./password";
import { passwordLength } from "./password-rule";
import { acceptsCode } from "./second-factor";
import { countCode } from "./try-limits";

export type Credentials = { email: string; password: string; code: string };
export type Proven = { fits: true; staff: StaffRecord } | { fits: false; staff: StaffRecord | null };

/**
 * Whether password and code belong to an account that is open. Every path that ends in a session comes through here,
 * so none can leave out the second factor (ASVS V6.3.4). `email` is canonical.
 */
export async function provenCredentials({ email, password, code }: Credentials, now: Date): Promise<Proven> {
  const staff = await findStaff({ email });
  const cut = password.slice(0, passwordLength.most * 4);
  const known = await isPassword(cut, staff?.passwordHash);
  if (!staff || !known || staff.disabledAt || cut !== password) return { fits: false, staff };
  const { id, totpSecret } = staff;
  if (totpSecret === null) return { fits: true, staff };
  const waits = await countCode(id, now);
  const coded = waits === 0 && (await acceptsCode({ id, totpSecret }, code, now));
  return { fits: coded, staff };
}

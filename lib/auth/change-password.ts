import "server-only";
import { membershipsOf } from "@/lib/db/memberships";
import { setPassword } from "@/lib/db/staff-members";
import { renewStaffSession } from "@/lib/db/staff-sessions";
import type { AuthRefused } from "./auth-refusal";
import { changeOwnAccount } from "./own-record";
import { hashPassword } from "./password";
import { passwordMistake } from "./password-rule";
import { type ProvenAgain, proveAgain } from "./prove-again";
import type { SignedInStaff } from "./staff-session";

export type Renewed = { ok: true; token: string };

/** Takes a new password and ends every other session; this one goes on under a new secret (ASVS V7.4.3). */
export async function changePassword(
  staff: SignedInStaff,
  input: ProvenAgain & { newPassword: string },
  now: Date,
): Promise<Renewed | AuthRefused | { ok: false; mistakes: { newPassword: string } }> {
  const mistake = passwordMistake(input.newPassword, staff.email);
  if (mistake) return { ok: false, mistakes: { newPassword: mistake } };
  const proven = await proveAgain(staff, input, now);
  if (!proven.ok) return proven;
  const passwordHash = await hashPassword(input.newPassword);
  const { staffId, organisationId } = staff;
  const token = await changeOwnAccount(
    staffId,
    await membershipsOf(staffId),
    {
      event: { type: "StaffPasswordChanged", staffId },
      write: async (tx) => {
        await setPassword(tx, staffId, passwordHash);
        return renewStaffSession(tx, { staffId, organisationId }, now);
      },
    },
    now,
  );
  return { ok: true, token };
}

import "server-only";
import { findInvitation, spendInvitation } from "@/lib/db/invitations";
import { membershipsOf } from "@/lib/db/memberships";
import { findStaff, setPassword } from "@/lib/db/staff-members";
import { renewStaffSession } from "@/lib/db/staff-sessions";
import { refuseAuth } from "./auth-refusal";
import { InvitationSpent, type Joined, type NotJoined } from "./join";
import { changeOwnAccount } from "./own-record";
import { hashPassword } from "./password";
import { passwordMistake } from "./password-rule";
import { acceptsCode } from "./second-factor";
import { countCode } from "./try-limits";

/**
 * Takes a recovery link: a new password for its holder. The second factor stays and its code is asked for, so a link
 * alone opens nothing that had two locks (ASVS V6.4.3).
 */
export async function recoverAccount(
  input: { token: string; password: string; code: string },
  now: Date,
): Promise<Joined | NotJoined> {
  const invitation = await findInvitation(input.token, now);
  if (!invitation?.email || invitation.roles.length > 0) return refuseAuth("link_dead");
  const staff = await findStaff({ email: invitation.email });
  if (!staff || staff.disabledAt) return refuseAuth("link_dead");
  const mistake = passwordMistake(input.password, staff.email);
  if (mistake) return { ok: false, mistakes: { password: mistake } };
  const { id: staffId, totpSecret } = staff;
  if (totpSecret !== null) {
    const waits = await countCode(staffId, now);
    if (waits > 0) return { ...refuseAuth("slow_down"), retryAfterSeconds: waits };
    if (!(await acceptsCode({ id: staffId, totpSecret }, input.code, now))) return refuseAuth("code_wrong");
  }
  const passwordHash = await hashPassword(input.password);
  try {
    const token = await changeOwnAccount(
      staffId,
      await membershipsOf(staffId),
      {
        event: { type: "StaffPasswordChanged", staffId },
        write: async (tx) => {
          if (!(await spendInvitation(tx, invitation.id, now))) throw new InvitationSpent();
          await setPassword(tx, staffId, passwordHash);
          return renewStaffSession(tx, { staffId, organisationId: invitation.organisationId }, now);
        },
      },
      now,
    );
    return { ok: true, token };
  } catch (fault) {
    if (fault instanceof InvitationSpent) return refuseAuth("link_dead");
    throw fault;
  }
}

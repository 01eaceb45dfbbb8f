import "server-only";
import { membershipsOf } from "@/lib/db/memberships";
import { setSecondFactor } from "@/lib/db/staff-members";
import { renewStaffSession } from "@/lib/db/staff-sessions";
import { type AuthRefused, refuseAuth } from "./auth-refusal";
import type { Renewed } from "./change-password";
import { changeOwnAccount } from "./own-record";
import { type ProvenAgain, proveAgain } from "./prove-again";
import { factorStep, secretToEnrol } from "./second-factor";
import type { SignedInStaff } from "./staff-session";
import { countCode } from "./try-limits";

/**
 * Takes the authenticator whose code fits the secret of this session. The code counts as used, every other session
 * ends, and this one goes on under a new secret.
 */
export async function enrolSecondFactor(
  staff: SignedInStaff,
  input: ProvenAgain,
  now: Date,
): Promise<Renewed | AuthRefused> {
  if (staff.secondFactor) return refuseAuth("factor_there");
  const proven = await proveAgain(staff, input, now);
  if (!proven.ok) return proven;
  const waits = await countCode(staff.staffId, now);
  if (waits > 0) return { ...refuseAuth("slow_down"), retryAfterSeconds: waits };
  const secret = secretToEnrol(staff.sessionId);
  const step = factorStep(secret, input.code, now);
  if (step === null) return refuseAuth("code_wrong");
  return changeFactor(staff, { secret, step }, now);
}

/** Takes the second factor off. Where the organisation asks for one, the next page is the enrolment of a new one. */
export async function removeSecondFactor(
  staff: SignedInStaff,
  input: ProvenAgain,
  now: Date,
): Promise<Renewed | AuthRefused> {
  const proven = await proveAgain(staff, input, now);
  return proven.ok ? changeFactor(staff, null, now) : proven;
}

async function changeFactor(
  { staffId, organisationId }: SignedInStaff,
  factor: { secret: string; step: number } | null,
  now: Date,
): Promise<Renewed> {
  const type = factor ? "StaffSecondFactorEnrolled" : "StaffSecondFactorRemoved";
  const token = await changeOwnAccount(
    staffId,
    await membershipsOf(staffId),
    {
      event: { type, staffId },
      write: async (tx) => {
        await setSecondFactor(tx, staffId, factor);
        return renewStaffSession(tx, { staffId, organisationId }, now);
      },
    },
    now,
  );
  return { ok: true, token };
}

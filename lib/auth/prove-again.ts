import "server-only";
import { type AuthRefused, refuseAuth } from "./auth-refusal";
import { provenCredentials } from "./proven-credentials";
import type { SignedInStaff } from "./staff-session";
import { countSignIn, forgetSignIns } from "./try-limits";

export type ProvenAgain = { password: string; code: string; address: string };

/** Before anything that would help a thief of the session: the password once more, and the code (ASVS V7.5.1). */
export async function proveAgain(
  staff: Pick<SignedInStaff, "email" | "secondFactor">,
  { password, code, address }: ProvenAgain,
  now: Date,
): Promise<{ ok: true } | AuthRefused> {
  const tried = { email: staff.email, address };
  const waits = await countSignIn(tried, now);
  if (waits > 0) return { ...refuseAuth("slow_down"), retryAfterSeconds: waits };
  const proven = await provenCredentials({ email: staff.email, password, code }, now);
  if (!proven.fits) return refuseAuth(staff.secondFactor ? "does_not_fit" : "password_wrong");
  await forgetSignIns(tried);
  return { ok: true };
}

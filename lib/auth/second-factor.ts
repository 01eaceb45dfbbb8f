import "server-only";
import { createHmac } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { derivedKey } from "@/lib/db/key-ring";
import { spendFactorStep } from "@/lib/db/staff-members";

const periodSeconds = 30;

function totp(secret: string, email = ""): TOTP {
  return new TOTP({
    issuer: "Habeas",
    label: email,
    secret: Secret.fromBase32(secret),
    period: periodSeconds,
    digits: 6,
  });
}

/** The step (RFC 6238) that a typed code belongs to, one step of drift either way; null when it fits none. */
export function factorStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replaceAll(/[\s-]/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const drift = totp(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return drift === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + drift;
}

/** Checks a code and uses it up: the same code, or an older one, is refused afterwards (ASVS V6.5.1). */
export async function acceptsCode(
  staff: { id: string; totpSecret: string },
  code: string,
  now: Date,
): Promise<boolean> {
  const step = factorStep(staff.totpSecret, code, now);
  return step !== null && spendFactorStep(staff.id, step);
}

/**
 * The secret that an enrolment in this session would take: 160 bits, Base32. Derived, so that nothing is stored before
 * the first code proved it, a mistake on the way does not change it, and a new session brings a new one.
 */
export function secretToEnrol(sessionId: string): string {
  const bytes = createHmac("sha256", derivedKey("staff-factor", "enrol")).update(sessionId).digest().subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
}

/** What an authenticator app reads (Key URI format). */
export function factorUri(secret: string, email: string): string {
  return totp(secret, email).toString();
}

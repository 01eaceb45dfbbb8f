import "server-only";
import { openForInstance, sealForInstance } from "@/lib/db/field-encryption";

/** What a browser carries for us: a sign-in on its way, or an account that was proven. */
export type Carried = "sign-in" | "account";

type Place = { organisation: { id: string }; carried: Carried };

// Bound by the cipher to what it is and to the organisation: one is never taken for the other (ATK-E4).
function placeOf({ organisation, carried }: Place): string {
  return `account.${carried}.${organisation.id}`;
}

/**
 * Seals a value into a cookie's text. A cookie and no row, because it has to come into being with the proof: a browser's
 * older name for itself could have been planted by somebody who waits for the person to sign in (session fixation).
 */
export function sealForBrowser(place: Place, value: unknown, endsAt: Date): string {
  const text = JSON.stringify({ value, endsAt: endsAt.getTime() });
  return Buffer.from(sealForInstance("account", placeOf(place), text)).toString("base64url");
}

/** The value again; null for what was sealed for another place, was changed, or has ended. Never throws. */
export function openFromBrowser(place: Place, sealed: string | null | undefined, now: Date): unknown {
  if (!sealed) return null;
  try {
    const text = openForInstance("account", placeOf(place), Buffer.from(sealed, "base64url"));
    const { value, endsAt } = JSON.parse(text) as { value: unknown; endsAt: number };
    return now.getTime() < endsAt ? value : null;
  } catch {
    return null;
  }
}

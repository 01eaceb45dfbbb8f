import "server-only";
import type { SignedInStaff } from "./staff-session";

/** For so long a shown password or code counts for what takes a lot away at once. */
export const provenForMinutes = 10;

/** Whether this session showed who it is just now: at sign-in. After that it is asked anew (ASVS V7.5.3). */
export function isProvenLately({ provenAt }: Pick<SignedInStaff, "provenAt">, now: Date): boolean {
  return now.getTime() - provenAt.getTime() <= provenForMinutes * 60_000;
}

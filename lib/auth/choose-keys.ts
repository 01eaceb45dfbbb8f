import "server-only";
import { setSingleKeys } from "@/lib/db/staff-members";
import type { SignedInStaff } from "./staff-session";

/** Turns the console's single keys on or off for this person, wherever they sign in (WCAG 2.1.4). */
export async function chooseKeys({ staffId }: SignedInStaff, on: boolean): Promise<void> {
  await setSingleKeys(staffId, on);
}

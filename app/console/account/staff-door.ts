import type { NextResponse } from "next/server";
import { currentStaff } from "@/lib/auth/staff";
import type { SignedInStaff } from "@/lib/auth/staff-session";
import { seeOther } from "@/lib/web/form-post";

/** Gate of the account's own forms: open while a second factor is still to be enrolled. */
export async function ownAccount(): Promise<SignedInStaff | NextResponse> {
  return (await currentStaff()) ?? seeOther("/console/sign-in/account");
}

/** Gate of the team's forms. Null, not found, for whoever is no administrator. */
export async function administratorDesk(): Promise<SignedInStaff | NextResponse | null> {
  const staff = await currentStaff();
  if (!staff) return seeOther("/console/sign-in/team");
  if (staff.mustEnrol) return seeOther("/console/account/second-factor");
  return staff.roles.includes("administrator") ? staff : null;
}

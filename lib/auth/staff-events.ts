import "server-only";
import type { StaffRole } from "@/lib/domain/actor";

/** What the record keeps of the staff's own affairs: ids and roles, never an address or a name. */
export type StaffEvent =
  | { type: "StaffSignedIn"; staffId: string }
  | { type: "StaffSignInRefused"; staffId: string }
  | { type: "StaffSignedOut"; staffId: string }
  | { type: "StaffSessionsEnded"; staffId: string }
  | { type: "StaffPasswordChanged"; staffId: string }
  | { type: "StaffSecondFactorEnrolled"; staffId: string }
  | { type: "StaffSecondFactorRemoved"; staffId: string }
  | { type: "StaffInvited"; roles: string }
  | { type: "StaffInvitationWithdrawn" }
  | { type: "StaffRecoveryOffered"; staffId: string }
  | { type: "StaffJoined"; staffId: string; roles: string }
  | { type: "StaffRolesChanged"; staffId: string; roles: string }
  | { type: "StaffLeft"; staffId: string }
  | { type: "StaffDisabled"; staffId: string }
  | { type: "StaffWeeklyLetterChosen"; staffId: string; on: boolean };

/** Roles as the record writes them. */
export function rolesInWords(roles: readonly StaffRole[]): string {
  return roles.join(" ");
}

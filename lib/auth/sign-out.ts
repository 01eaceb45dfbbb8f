import "server-only";
import { membershipsOf } from "@/lib/db/memberships";
import { asStaff } from "@/lib/db/organisation-scope";
import { recordInOrganisations } from "@/lib/db/staff-record";
import { endStaffSessions, findStaffSession } from "@/lib/db/staff-sessions";
import type { StaffEvent } from "./staff-events";

/** Ends the session behind a secret; afterwards the cookie opens nothing, wherever a copy of it lies. */
export async function endSession(token: string, now: Date): Promise<void> {
  const session = await findStaffSession(token, now);
  if (!session) return;
  const { staffId } = session;
  const memberships = await membershipsOf(staffId);
  await asStaff(staffId, async (tx) => {
    await endStaffSessions(tx, { token }, now);
    const event: StaffEvent = { type: "StaffSignedOut", staffId };
    const actor = (organisationId: string) => ({ kind: "staff", organisationId, staffId, roles: [] }) as const;
    await recordInOrganisations(tx, memberships, { event, actor }, now);
  });
}

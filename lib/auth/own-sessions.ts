import "server-only";
import { membershipsOf } from "@/lib/db/memberships";
import { endStaffSessions, listStaffSessions, type OpenSession, openOrganisation } from "@/lib/db/staff-sessions";
import { type AuthRefused, refuseAuth } from "./auth-refusal";
import { changeOwnAccount } from "./own-record";
import type { SignedInStaff } from "./staff-session";

/** Where somebody is signed in, the desk they look from marked. */
export async function ownSessions(
  staff: SignedInStaff,
  now: Date,
): Promise<(Pick<OpenSession, "id" | "createdAt" | "lastSeenAt"> & { here: boolean })[]> {
  const sessions = await listStaffSessions(staff.staffId, now);
  return sessions.map(({ id, createdAt, lastSeenAt }) => ({ id, createdAt, lastSeenAt, here: id === staff.sessionId }));
}

/** Ends one of somebody's own sessions, or all but this one. A session of somebody else is not found. */
export async function endOwnSessions(staff: SignedInStaff, which: string | "others", now: Date): Promise<void> {
  const { staffId, sessionId } = staff;
  const open = await listStaffSessions(staffId, now);
  const ending = open.filter(({ id }) => (which === "others" ? id !== sessionId : id === which));
  if (ending.length === 0) return;
  await changeOwnAccount(
    staffId,
    await membershipsOf(staffId),
    {
      event: { type: "StaffSessionsEnded", staffId },
      write: async (tx) => {
        for (const { id } of ending) await endStaffSessions(tx, { staffId, id }, now);
      },
    },
    now,
  );
}

/** Opens the queue of another organisation in this session, of those somebody belongs to right now. */
export async function switchOrganisation(
  staff: SignedInStaff,
  organisationId: string,
): Promise<{ ok: true } | AuthRefused> {
  if (!staff.organisations.some(({ id }) => id === organisationId)) return refuseAuth("not_found");
  await openOrganisation(staff.sessionId, organisationId);
  return { ok: true };
}

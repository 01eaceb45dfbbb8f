import "server-only";
import { enterOrganisation, setRoles } from "@/lib/db/memberships";
import { setDisabled, setSecondFactor } from "@/lib/db/staff-members";
import { endStaffSessions } from "@/lib/db/staff-sessions";
import type { StaffActor, StaffRole } from "@/lib/domain/actor";
import { type AuthRefused, refuseAuth } from "../auth-refusal";
import { rolesInWords } from "../staff-events";
import { administer, administeredAccount, administeredMember, staysAdministered } from "./administration";

type Done = { ok: true };

/** Gives a member exactly these roles here, from their next request on; none takes them out of the organisation. */
export async function changeRoles(
  actor: StaffActor,
  { staffId, roles }: { staffId: string; roles: readonly StaffRole[] },
  now: Date,
): Promise<Done | AuthRefused> {
  const found = await administeredMember(actor, staffId);
  if (!found.ok) return found;
  if (!roles.includes("administrator") && !staysAdministered(found, staffId)) return refuseAuth("last_administrator");
  const left = { type: "StaffLeft", staffId } as const;
  const changed = { type: "StaffRolesChanged", staffId, roles: rolesInWords(roles) } as const;
  await administer(
    actor,
    {
      event: roles.length === 0 ? left : changed,
      write: async (tx) => setRoles(await enterOrganisation(tx, actor.organisationId), staffId, roles),
    },
    now,
  );
  return { ok: true };
}

/** Signs a member out everywhere; they may sign in again. */
export async function endMemberSessions(actor: StaffActor, staffId: string, now: Date): Promise<Done | AuthRefused> {
  const found = await administeredMember(actor, staffId);
  if (!found.ok) return found;
  const event = { type: "StaffSessionsEnded", staffId } as const;
  await administer(actor, { event, write: (tx) => endStaffSessions(tx, { staffId }, now) }, now);
  return { ok: true };
}

/** For a lost authenticator: takes the second factor off, so that a new one can be enrolled after the password. */
export async function resetSecondFactor(actor: StaffActor, staffId: string, now: Date): Promise<Done | AuthRefused> {
  const found = await administeredAccount(actor, staffId);
  if (!found.ok) return found;
  await administer(
    actor,
    {
      event: { type: "StaffSecondFactorRemoved", staffId },
      write: async (tx) => {
        await setSecondFactor(tx, staffId, null);
        await endStaffSessions(tx, { staffId }, now);
      },
    },
    now,
  );
  return { ok: true };
}

/** Closes an account for good; what it signed keeps its name. */
export async function disableMember(actor: StaffActor, staffId: string, now: Date): Promise<Done | AuthRefused> {
  const found = await administeredAccount(actor, staffId);
  if (!found.ok) return found;
  await administer(
    actor,
    {
      event: { type: "StaffDisabled", staffId },
      write: async (tx) => {
        await setDisabled(tx, staffId, now);
        await endStaffSessions(tx, { staffId }, now);
      },
    },
    now,
  );
  return { ok: true };
}

import "server-only";
import { type Membership, membershipsOf } from "@/lib/db/memberships";
import { findOrganisation } from "@/lib/db/organisations";
import { findStaff } from "@/lib/db/staff-members";
import { findStaffSession, type OpenSession, peekStaffSession } from "@/lib/db/staff-sessions";
import type { StaffActor } from "@/lib/domain/actor";
import { isDemoAddress } from "./demo-people";

export type SignedInStaff = StaffActor & {
  name: string;
  email: string;
  sessionId: string;
  /** Last proof of password or code; see step-up.ts. */
  provenAt: Date;
  secondFactor: boolean;
  /** The organisation asks for a second factor and there is none: only the account page is open. */
  mustEnrol: boolean;
  /** Whether single keys do something in the console; see choose-keys.ts. */
  singleKeys: boolean;
  organisations: readonly (Omit<Membership, "organisationId"> & { id: string })[];
};

/**
 * Who stands behind a session's secret, asked of the database each time: an ended session, a closed account or a role
 * taken away counts from the next request on. Null is "nobody", whatever the reason.
 */
export async function staffBehind(token: string, now: Date): Promise<SignedInStaff | null> {
  return signedIn(await findStaffSession(token, now));
}

/** The same for what a page asks by itself: a page that stays open does not keep a desk open (V7.3.1). */
export async function staffWatching(token: string, now: Date): Promise<SignedInStaff | null> {
  return signedIn(await peekStaffSession(token, now));
}

async function signedIn(session: OpenSession | null): Promise<SignedInStaff | null> {
  if (!session) return null;
  const [staff, memberships] = await Promise.all([findStaff({ id: session.staffId }), membershipsOf(session.staffId)]);
  const open = memberships.find(({ organisationId }) => organisationId === session.organisationId) ?? memberships[0];
  if (!staff || staff.disabledAt || !open) return null;
  const secondFactor = staff.totpSecret !== null;
  return {
    kind: "staff",
    organisationId: open.organisationId,
    staffId: staff.id,
    roles: open.roles,
    name: staff.name,
    email: staff.email,
    sessionId: session.id,
    provenAt: session.provenAt,
    secondFactor,
    singleKeys: staff.singleKeys,
    mustEnrol: !secondFactor && !isDemoAddress(staff.email) && (await asksForFactor(open.organisationId)),
    organisations: memberships.map(({ organisationId, ...rest }) => ({ id: organisationId, ...rest })),
  };
}

async function asksForFactor(organisationId: string): Promise<boolean> {
  const organisation = await findOrganisation({ id: organisationId });
  return organisation?.profile.mfaRequired ?? true;
}

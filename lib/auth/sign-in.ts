import "server-only";
import { membershipsOf } from "@/lib/db/memberships";
import { asStaff } from "@/lib/db/organisation-scope";
import { recordInOrganisations } from "@/lib/db/staff-record";
import { endStaffSessions, startStaffSession } from "@/lib/db/staff-sessions";
import { canonicalEmail } from "@/lib/domain/filing";
import { type AuthRefused, refuseAuth } from "./auth-refusal";
import { provenCredentials } from "./proven-credentials";
import type { StaffEvent } from "./staff-events";
import { countSignIn, forgetSignIns, mayRecordRefusal } from "./try-limits";

export type SignInInput = {
  email: string;
  password: string;
  code: string;
  /** Whom the limits count: lib/web/client-address.ts. */
  address: string;
  /** Secret of a session that this browser already holds; it ends, whoever planted it (ATK-S1). */
  before: string | null;
};
export type SignedIn = { ok: true; token: string };

// Longer than any refusal takes by itself, so that the time of an answer says nothing (ASVS V6.3.8).
const refusalMilliseconds = 300;

/** Opens a session. Unknown, closed and mistyped get the same answer after the same work and the same time. */
export async function signIn(input: SignInInput, now: Date): Promise<SignedIn | AuthRefused> {
  const email = canonicalEmail(input.email);
  const tried = { email, address: input.address };
  const waits = await countSignIn(tried, now);
  if (waits > 0) return { ...refuseAuth("slow_down"), retryAfterSeconds: waits };
  const answerTime = new Promise((resolve) => setTimeout(resolve, refusalMilliseconds));
  const proven = await provenCredentials({ email, password: input.password, code: input.code }, now);
  const memberships = proven.staff ? await membershipsOf(proven.staff.id) : [];
  const [first] = memberships;
  if (!proven.fits || !first) {
    if (proven.staff) await recordRefusal(proven.staff.id, memberships, now);
    await answerTime;
    return refuseAuth("does_not_fit");
  }
  await forgetSignIns(tried);
  const staffId = proven.staff.id;
  const token = await asStaff(staffId, async (tx) => {
    if (input.before) await endStaffSessions(tx, { token: input.before }, now);
    const opened = await startStaffSession(tx, { staffId, organisationId: first.organisationId }, now);
    const event: StaffEvent = { type: "StaffSignedIn", staffId };
    const actor = (organisationId: string) => {
      const roles = memberships.find((held) => held.organisationId === organisationId)?.roles ?? [];
      return { kind: "staff", organisationId, staffId, roles } as const;
    };
    await recordInOrganisations(tx, memberships, { event, actor }, now);
    return opened;
  });
  return { ok: true, token };
}

async function recordRefusal(
  staffId: string,
  memberships: Awaited<ReturnType<typeof membershipsOf>>,
  now: Date,
): Promise<void> {
  if (!(await mayRecordRefusal(staffId, now))) return;
  const event: StaffEvent = { type: "StaffSignInRefused", staffId };
  const actor = (organisationId: string) => ({ kind: "visitor", organisationId }) as const;
  await asStaff(staffId, (tx) => recordInOrganisations(tx, memberships, { event, actor }, now));
}

import "server-only";
import { type StaffRole, staffRoles } from "@/lib/domain/actor";
import type { Absence } from "@/lib/domain/cover";
import type { Prisma } from "@/lib/generated/prisma/client";
import { database } from "./client";
import { dayFromRow, dayToRow } from "./law-day";
import { asStaff, type Scope } from "./organisation-scope";

export type Membership = {
  organisationId: string;
  slug: string;
  name: string;
  timeZone: string;
  roles: StaffRole[];
  /** What was chosen about the weekly letter; null: nothing. */
  weeklyLetter: boolean | null;
};
export type Member = {
  id: string;
  email: string;
  name: string;
  roles: StaffRole[];
  secondFactor: boolean;
  disabled: boolean;
  away: Absence | null;
  weeklyLetter: boolean | null;
};

// A word in the column that is no role (any more) gives nothing.
function knownRoles(words: readonly string[]): StaffRole[] {
  return staffRoles.filter((role) => words.includes(role));
}

/** Where somebody may act, and as what, read afresh each time; organisations in which no role is left are not there. */
export async function membershipsOf(staffId: string): Promise<Membership[]> {
  const held = await asStaff(staffId, (tx) => tx.membership.findMany({ where: { staffId } }));
  const organisations = await database().organisation.findMany({
    where: { id: { in: held.map(({ organisationId }) => organisationId) } },
    orderBy: { slug: "asc" },
  });
  return organisations.flatMap(({ id, slug, profile }) => {
    const own = held.find(({ organisationId }) => organisationId === id);
    const roles = knownRoles(own?.roles ?? []);
    const { name, timeZone } = profile as { name: string; timeZone: string };
    const weeklyLetter = own?.weeklyLetter ?? null;
    return roles.length > 0 ? [{ organisationId: id, slug, name, timeZone, roles, weeklyLetter }] : [];
  });
}

/** The people of one organisation, by name. */
export async function membersOf({ tx, organisationId }: Scope): Promise<Member[]> {
  const held = await tx.membership.findMany({ where: { organisationId } });
  const people = await tx.staffMember.findMany({
    where: { id: { in: held.map(({ staffId }) => staffId) } },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  return people.map(({ id, email, name, totpSecret, disabledAt }) => {
    const membership = held.find(({ staffId }) => staffId === id);
    return {
      id,
      email,
      name,
      roles: knownRoles(membership?.roles ?? []),
      secondFactor: totpSecret !== null,
      disabled: disabledAt !== null,
      away: absenceIn(membership),
      weeklyLetter: membership?.weeklyLetter ?? null,
    };
  });
}

type AwayColumns = { awayFrom: Date | null; awayUntil: Date | null; coverId: string | null };

function absenceIn(held: AwayColumns | undefined): Absence | null {
  if (!held?.awayFrom || !held.awayUntil) return null;
  return { from: dayFromRow(held.awayFrom), until: dayFromRow(held.awayUntil), coverId: held.coverId };
}

/** Writes down when a member is away; null: not at all. */
export async function setAbsence({ tx, organisationId }: Scope, staffId: string, away: Absence | null): Promise<void> {
  const data: AwayColumns = {
    awayFrom: away && dayToRow(away.from),
    awayUntil: away && dayToRow(away.until),
    coverId: away?.coverId ?? null,
  };
  await tx.membership.update({ where: { staffId_organisationId: { staffId, organisationId } }, data });
}

/** Gives somebody exactly these roles in the scope's organisation; none takes the membership away. */
export async function setRoles(scope: Scope, staffId: string, roles: readonly StaffRole[]): Promise<void> {
  const { tx, organisationId } = scope;
  if (roles.length === 0) {
    await tx.membership.deleteMany({ where: { staffId, organisationId } });
    return;
  }
  const where = { staffId_organisationId: { staffId, organisationId } };
  const data = { roles: [...roles] };
  await tx.membership.upsert({ where, create: { staffId, organisationId, ...data }, update: data });
}

/** Writes down whether somebody wants the weekly letter here. False where that is what stood there, or they do not belong here. */
export async function setWeeklyLetter({ tx, organisationId }: Scope, staffId: string, on: boolean): Promise<boolean> {
  const { count } = await tx.membership.updateMany({
    where: { staffId, organisationId, OR: [{ weeklyLetter: null }, { weeklyLetter: !on }] },
    data: { weeklyLetter: on },
  });
  return count === 1;
}

/** Lets a running transaction act in one more organisation, with the setting that ends with it. */
export async function enterOrganisation(tx: Prisma.TransactionClient, organisationId: string): Promise<Scope> {
  await tx.$executeRaw`select set_config('app.organisation', ${organisationId}, true)`;
  return { tx, organisationId };
}

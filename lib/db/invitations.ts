import "server-only";
import { randomBytes } from "node:crypto";
import { type StaffRole, staffRoles } from "@/lib/domain/actor";
import type { Invitation, Prisma } from "@/lib/generated/prisma/client";
import { database } from "./client";
import { tokenHash } from "./key-ring";

/** ASVS 5.0 V6.4.1: an invitation that lies about for longer is a door left open. */
export const invitationHours = 72;

export type OpenInvitation = {
  id: string;
  /** Null: the first administrator of the installation. */
  organisationId: string | null;
  email: string | null;
  roles: StaffRole[];
  expiresAt: Date;
};

function invitationFrom({ id, organisationId, email, roles, expiresAt }: Invitation): OpenInvitation {
  return { id, organisationId, email, roles: staffRoles.filter((role) => roles.includes(role)), expiresAt };
}

/** Returns the secret, 256 bits, which is shown once; an earlier one for the same place stops working. */
export async function createInvitation(
  tx: Prisma.TransactionClient,
  invited: { organisationId: string | null; email: string | null; roles: readonly StaffRole[] },
  now: Date,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const { organisationId, email, roles } = invited;
  await tx.invitation.updateMany({ where: { organisationId, email, usedAt: null }, data: { usedAt: now } });
  const expiresAt = new Date(now.getTime() + invitationHours * 3_600_000);
  await tx.invitation.create({
    data: { organisationId, email, roles: [...roles], expiresAt, tokenHash: tokenHash(token) },
  });
  return token;
}

/** Looks without using; null when there is none, it was used, or its time is over. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  const where = { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now } };
  const row = await database().invitation.findFirst({ where });
  return row ? invitationFrom(row) : null;
}

/** Uses it up. The statement that marks is the one that finds, so of two racers one gets false. */
export async function spendInvitation(tx: Prisma.TransactionClient, id: string, now: Date): Promise<boolean> {
  const where = { id, usedAt: null, expiresAt: { gt: now } };
  const { count } = await tx.invitation.updateMany({ where, data: { usedAt: now } });
  return count === 1;
}

/** Invitations of one organisation that still open something. */
export async function openInvitations(organisationId: string, now: Date): Promise<OpenInvitation[]> {
  const where = { organisationId, usedAt: null, expiresAt: { gt: now } };
  const rows = await database().invitation.findMany({ where, orderBy: { expiresAt: "asc" } });
  return rows.map(invitationFrom);
}

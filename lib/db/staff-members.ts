import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { database } from "./client";
import { openForInstance, sealForInstance } from "./field-encryption";

/** Somebody who works a queue, with what signing in needs. Never handed to a page. */
export type StaffRecord = {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  /** Base32, opened; null without a second factor. */
  totpSecret: string | null;
  disabledAt: Date | null;
  singleKeys: boolean;
};

type Row = Omit<StaffRecord, "totpSecret"> & { totpSecret: Uint8Array | null };

function factorPlace(staffId: string): string {
  return `staff_member.totp_secret.${staffId}`;
}

function staffFrom({ id, email, name, passwordHash, totpSecret, disabledAt, singleKeys }: Row): StaffRecord {
  const secret = totpSecret ? openForInstance("staff-factor", factorPlace(id), totpSecret) : null;
  return { id, email, name, passwordHash, totpSecret: secret, disabledAt, singleKeys };
}

/** `email` must be canonical: see lib/forms/staff-email.ts. */
export async function findStaff(by: { email: string } | { id: string }): Promise<StaffRecord | null> {
  const where = "email" in by ? { email: by.email } : { id: by.id };
  const row = await database().staffMember.findUnique({ where });
  return row ? staffFrom(row) : null;
}

export async function createStaff(
  tx: Prisma.TransactionClient,
  member: { email: string; name: string; passwordHash: string },
  now: Date,
): Promise<string> {
  const { id } = await tx.staffMember.create({ data: { ...member, createdAt: now }, select: { id: true } });
  return id;
}

export async function setPassword(tx: Prisma.TransactionClient, id: string, passwordHash: string): Promise<void> {
  await tx.staffMember.update({ where: { id }, data: { passwordHash } });
}

/** Null takes the second factor off. The step counter starts anew with each secret. */
export async function setSecondFactor(
  tx: Prisma.TransactionClient,
  id: string,
  factor: { secret: string; step: number } | null,
): Promise<void> {
  const totpSecret = factor ? sealForInstance("staff-factor", factorPlace(id), factor.secret) : null;
  await tx.staffMember.update({ where: { id }, data: { totpSecret, totpLastStep: factor?.step ?? null } });
}

/** Marks a code's step as used. False when it, or a later one, was used before: a code opens the door once. */
export async function spendFactorStep(id: string, step: number): Promise<boolean> {
  const where = { id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] };
  const { count } = await database().staffMember.updateMany({ where, data: { totpLastStep: step } });
  return count === 1;
}

export async function setDisabled(tx: Prisma.TransactionClient, id: string, disabledAt: Date | null): Promise<void> {
  await tx.staffMember.update({ where: { id }, data: { disabledAt } });
}

export async function setSingleKeys(id: string, singleKeys: boolean): Promise<void> {
  await database().staffMember.update({ where: { id }, data: { singleKeys } });
}

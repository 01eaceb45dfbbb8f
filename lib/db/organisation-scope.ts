import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { database } from "./client";

/** A unit of work inside one organisation. Rows of others do not exist in it. */
export type Scope = { tx: Prisma.TransactionClient; organisationId: string };

/**
 * Runs one transaction in which only this organisation's rows exist. The setting ends with the transaction
 * (`set_config(…, true)`), so that a pooled connection never carries it to the next user.
 */
export async function inOrganisation<Result>(
  organisationId: string,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.organisation', ${organisationId}, true)`;
    return work({ tx, organisationId });
  });
}

/** Runs one transaction in which a member of staff sees their own memberships and nothing of any organisation. */
export async function asStaff<Result>(
  staffId: string,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return database().$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.staff', ${staffId}, true)`;
    return work(tx);
  });
}

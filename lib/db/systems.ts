import "server-only";
import type { AskedBy, RegisteredSystem } from "@/lib/domain/systems/registered-system";
import type { DataSystem } from "@/lib/generated/prisma/client";
import type { Scope } from "./organisation-scope";

/** A system as the register has it. `stopped`: nothing is asked of it by itself for the time being. */
export type KeptSystem = RegisteredSystem & { version: number; stopped: boolean };

/** The register as it is now, in the order in which an erasure goes. */
export async function registeredSystems({ tx, organisationId }: Scope): Promise<KeptSystem[]> {
  const rows = await tx.dataSystem.findMany({
    where: { organisationId, removedAt: null },
    orderBy: [{ place: "asc" }, { id: "asc" }],
  });
  return rows.map(systemOf);
}

/** One system, also after it was taken out: what was asked of it keeps its name. */
export async function findSystem({ tx, organisationId }: Scope, id: string): Promise<KeptSystem | null> {
  const row = await tx.dataSystem.findUnique({ where: { organisationId_id: { organisationId, id } } });
  return row && systemOf(row);
}

/** A row of the register with what the file said of it last. */
export type RegisterEntry = { system: KeptSystem; filed: RegisteredSystem | null; removed: boolean };

export async function findRegistered({ tx, organisationId }: Scope, id: string): Promise<RegisterEntry | null> {
  const row = await tx.dataSystem.findUnique({ where: { organisationId_id: { organisationId, id } } });
  return row && entryOf(row);
}

/** Every row, those that were taken out included, in the order in which an erasure goes. */
export async function wholeRegister({ tx, organisationId }: Scope): Promise<RegisterEntry[]> {
  const rows = await tx.dataSystem.findMany({ where: { organisationId }, orderBy: [{ place: "asc" }, { id: "asc" }] });
  return rows.map(entryOf);
}

function entryOf(row: DataSystem): RegisterEntry {
  return { system: systemOf(row), filed: row.filed as RegisteredSystem | null, removed: row.removedAt !== null };
}

function systemOf(row: DataSystem): KeptSystem {
  return {
    id: row.id,
    name: row.name,
    owner: { name: row.ownerName, ...(row.ownerEmail && { email: row.ownerEmail }) },
    categories: row.categories,
    recipients: row.recipients,
    identifiers: row.identifiers,
    // Checked by lib/forms before it was written, by file and console alike.
    askedBy: row.askedBy as AskedBy,
    order: row.place,
    version: row.version,
    stopped: row.stoppedAt !== null,
  };
}

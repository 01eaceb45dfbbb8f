import "server-only";
import {
  type CheckpointEntry,
  checkpointDigest,
  checkpointText,
  firstDigest,
  type Heads,
  movedHeads,
} from "@/lib/domain/checkpoint";
import type { Prisma } from "@/lib/generated/prisma/client";
import { database } from "./client";
import { inOrganisation } from "./organisation-scope";
import { listOrganisations } from "./organisations";
import { sha256 } from "./sha256";
import { keyIdOf, publicKey, signText } from "./signing-key";

/** All checkpoints, oldest first. */
export async function listCheckpoints(): Promise<CheckpointEntry[]> {
  const rows = await database().checkpoint.findMany({ orderBy: [{ at: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({ ...row, heads: row.heads as Heads }));
}

/** Signs the heads of all chains as they stand. Null when none has moved since the last time. */
export async function writeCheckpoint(now: Date): Promise<CheckpointEntry | null> {
  return database().$transaction(
    async (tx) => {
      // Two at once would both follow the same one, and the line would fork.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('habeas checkpoint', 3))`;
      const before = await listCheckpoints();
      const known: Heads = Object.assign({}, ...before.map(({ heads }) => heads));
      const heads = movedHeads(await currentHeads(), known);
      if (Object.keys(heads).length === 0) return null;
      const at = now;
      const digest = checkpointDigest(before.at(-1)?.digest ?? firstDigest, heads, sha256);
      const entry = {
        at,
        heads,
        digest,
        signature: signText(checkpointText({ at, digest })),
        keyId: keyIdOf(publicKey()),
      };
      await tx.checkpoint.create({ data: { ...entry, heads: heads as Prisma.InputJsonObject } });
      return entry;
    },
    { timeout: 120_000 },
  );
}

async function currentHeads(): Promise<Heads> {
  const heads: Record<string, { seq: number; hash: string }> = {};
  for (const { id } of await listOrganisations()) {
    const rows = await inOrganisation(
      id,
      ({ tx }) =>
        tx.$queryRaw<{ chain: string; seq: number; hash: string }[]>`
          select distinct on (chain_id) chain_id::text as chain, seq, hash from event
          where organisation_id = ${id}::uuid order by chain_id, seq desc`,
    );
    for (const { chain, seq, hash } of rows) heads[chain] = { seq, hash };
  }
  return heads;
}

/** The newest checkpoint without its heads: they are of every organisation, and what is signed is their digest. */
export async function newestCheckpoint(): Promise<Omit<CheckpointEntry, "heads"> | null> {
  return database().checkpoint.findFirst({
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { at: true, digest: true, signature: true, keyId: true },
  });
}

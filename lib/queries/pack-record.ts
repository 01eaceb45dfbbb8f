import "server-only";
import { newestCheckpoint } from "@/lib/db/checkpoints";
import { dayToRow } from "@/lib/db/law-day";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordedFromRow } from "@/lib/db/request-store";
import { keyIdOf, publicKey } from "@/lib/db/signing-key";
import type { StaffActor } from "@/lib/domain/actor";
import type { RecordedEvent } from "@/lib/domain/events";
import type { PackSpan } from "@/lib/domain/pack-figures";

export type PackChain = { id: string; reference: string; chain: readonly RecordedEvent[] };

const batchSize = 200;

/**
 * Every request that was received in the period or still owed in it, with its entries up to the last day. In batches by id,
 * each its own transaction, so that the record never stands in memory at once.
 */
export async function* packChains(
  actor: StaffActor,
  { organisation, span }: { organisation: Organisation; span: PackSpan },
): AsyncGenerator<PackChain> {
  if (actor.organisationId !== organisation.id) throw new Error("a pack is made in its own organisation");
  const [from, until] = [dayToRow(span.from), dayToRow(span.asOf)];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const start = after;
    const rows = await inOrganisation(organisation.id, ({ tx }) =>
      tx.privacyRequest.findMany({
        where: {
          id: { gt: start },
          receivedOn: { lte: until },
          OR: [{ receivedOn: { gte: from } }, { closedOn: null }, { closedOn: { gte: from } }],
        },
        orderBy: { id: "asc" },
        take: batchSize,
        select: { id: true, reference: true, events: { where: { day: { lte: until } }, orderBy: { seq: "asc" } } },
      }),
    );
    for (const { id, reference, events } of rows) {
      if (events.length > 0) yield { id, reference, chain: events.map(recordedFromRow) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.id;
  }
}

/** The newest signed checkpoint without its heads, which are of all organisations; and the key that signs. */
export async function packCheckpoint() {
  const newest = await newestCheckpoint();
  const key = publicKey();
  return { keyId: keyIdOf(key), publicKey: key, checkpoint: newest };
}

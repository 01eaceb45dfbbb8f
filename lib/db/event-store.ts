import "server-only";
import { randomUUID } from "node:crypto";
import { type Actor, signatureOf } from "@/lib/domain/actor";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import { entryOf, genesis, linkHash } from "@/lib/domain/ledger";
import type { Prisma } from "@/lib/generated/prisma/client";
import { dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import { sha256 } from "./sha256";

export type ChainEnd = { seq: number; hash: string };
export const chainStart: ChainEnd = { seq: 0, hash: genesis };

/** What happens to an organisation rather than to a request: sign-ins, exports, looks at the record. */
export type OrganisationEvent = { type: string } & Record<string, string | number | boolean | null>;

/** Appends one link to a chain. A rival's link at the same place fails on the unique (chain, seq). */
export async function appendEvent(
  { tx, organisationId }: Scope,
  chain: { chainId: string; requestId: string | null; end: ChainEnd },
  happened: { event: DomainEvent | OrganisationEvent; actor: Actor; at: Date; day: CalendarDate },
): Promise<RecordedEvent> {
  const { event, actor, at, day } = happened;
  const seq = chain.end.seq + 1;
  const signed = { ...signatureOf(actor), seq, at, day, event: event as DomainEvent };
  const hash = linkHash(chain.end.hash, entryOf(signed, { organisationId, chainId: chain.chainId }), sha256);
  const recorded: RecordedEvent = { id: randomUUID(), ...signed, previousHash: chain.end.hash, hash };
  await tx.event.create({
    data: {
      id: recorded.id,
      organisationId,
      chainId: chain.chainId,
      requestId: chain.requestId,
      seq,
      type: event.type,
      actorKind: signed.actorKind,
      actorId: signed.actorId,
      at,
      day: dayToRow(day),
      payload: event as Prisma.InputJsonObject,
      previousHash: recorded.previousHash,
      hash,
    },
  });
  return recorded;
}

/** Appends to the organisation's own chain. Writers queue on a lock for the length of their transaction. */
export async function appendOrganisationEvent(
  scope: Scope,
  happened: { event: OrganisationEvent; actor: Actor; at: Date; day: CalendarDate },
): Promise<void> {
  await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${scope.organisationId}, 0))`;
  const last = await scope.tx.event.findFirst({
    where: { chainId: scope.organisationId },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  await appendEvent(scope, { chainId: scope.organisationId, requestId: null, end: last ?? chainStart }, happened);
}

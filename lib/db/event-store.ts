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

type Happened = { event: DomainEvent | OrganisationEvent; actor: Actor; at: Date; day: CalendarDate };
type Chain = { chainId: string; requestId: string | null; end: ChainEnd };
type Link = RecordedEvent & Pick<Chain, "chainId" | "requestId">;

/** The next link of a chain, by the one rule of the ledger; nothing is written. */
export function linkAfter({ organisationId }: Scope, chain: Chain, happened: Happened & { id: string }): Link {
  const { id, event, actor, at, day } = happened;
  const { chainId, requestId, end } = chain;
  const signed = { ...signatureOf(actor), seq: end.seq + 1, at, day, event: event as DomainEvent };
  const hash = linkHash(end.hash, entryOf(signed, { organisationId, chainId }), sha256);
  return { id, ...signed, previousHash: end.hash, hash, chainId, requestId };
}

/** Appends one link to a chain. A rival's link at the same place fails on the unique (chain, seq). */
export async function appendEvent(scope: Scope, chain: Chain, happened: Happened): Promise<RecordedEvent> {
  const { chainId, requestId, ...recorded } = linkAfter(scope, chain, { id: randomUUID(), ...happened });
  const { organisationId } = scope;
  await scope.tx.event.create({
    data: {
      id: recorded.id,
      organisationId,
      chainId,
      requestId,
      seq: recorded.seq,
      type: recorded.event.type,
      actorKind: recorded.actorKind,
      actorId: recorded.actorId,
      at: recorded.at,
      day: dayToRow(recorded.day),
      payload: recorded.event as Prisma.InputJsonObject,
      previousHash: recorded.previousHash,
      hash: recorded.hash,
    },
  });
  return recorded;
}

/** Appends one link to each of many chains, in one statement. */
export async function appendEvents({ tx, organisationId }: Scope, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await tx.$executeRaw`
    insert into event (id, organisation_id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload,
      previous_hash, hash)
    select e.id, ${organisationId}::uuid, e.chain_id, e.request_id, e.seq, e.type, e.actor_kind, e.actor_id, e.at, e.day,
      e.payload, e.previous_hash, e.hash
    from unnest(
      ${links.map(({ id }) => id)}::uuid[], ${links.map(({ chainId }) => chainId)}::uuid[],
      ${links.map(({ requestId }) => requestId)}::uuid[], ${links.map(({ seq }) => seq)}::int[],
      ${links.map(({ event }) => event.type)}::text[], ${links.map(({ actorKind }) => actorKind)}::text[],
      ${links.map(({ actorId }) => actorId)}::text[], ${links.map(({ at }) => at)}::timestamptz[],
      ${links.map(({ day }) => dayToRow(day))}::date[], ${links.map(({ event }) => JSON.stringify(event))}::jsonb[],
      ${links.map(({ previousHash }) => previousHash)}::text[], ${links.map(({ hash }) => hash)}::text[]
    ) as e(id, chain_id, request_id, seq, type, actor_kind, actor_id, at, day, payload, previous_hash, hash)`;
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

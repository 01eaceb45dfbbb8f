import "server-only";
import { localDay } from "@/lib/domain/calendar-date";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import type { Person } from "@/lib/domain/filing";
import { foldRequest, type RequestFacts } from "@/lib/domain/request";
import type { PrivacyRequest } from "@/lib/generated/prisma/client";
import { type DataKey, openText, unwrapDataKey } from "./field-encryption";
import { dayFromRow } from "./law-day";
import type { Scope } from "./organisation-scope";
import type { Organisation } from "./organisations";

/** A request as commands and queries hold it: the row, its whole chain, and what the chain folds to. */
export type StoredRequest = {
  id: string;
  reference: string;
  organisation: Organisation;
  row: PrivacyRequest;
  chain: readonly RecordedEvent[];
  facts: RequestFacts;
};

/** Finds a request of this organisation by id or reference; null when there is none here. */
export async function loadRequest(
  { tx }: Scope,
  organisation: Organisation,
  by: { id: string } | { reference: string },
): Promise<StoredRequest | null> {
  const row = await tx.privacyRequest.findUnique({ where: "id" in by ? { id: by.id } : { reference: by.reference } });
  if (!row) return null;
  const events = await tx.event.findMany({ where: { chainId: row.id }, orderBy: { seq: "asc" } });
  const chain = events.map(recordedFromRow);
  return { id: row.id, reference: row.reference, organisation, row, chain, facts: foldRequest(chain) };
}

type EventRow = {
  id: string;
  seq: number;
  at: Date;
  day: Date;
  actorKind: string;
  actorId: string | null;
  payload: unknown;
  previousHash: string;
  hash: string;
};

export function recordedFromRow(row: EventRow): RecordedEvent {
  const { id, seq, at, actorKind, actorId, previousHash, hash } = row;
  return {
    id,
    seq,
    at,
    day: dayFromRow(row.day),
    actorKind,
    actorId,
    event: row.payload as DomainEvent,
    previousHash,
    hash,
  };
}

/** The key to this request's words. Throws once the request was shredded. */
export function dataKeyOf(stored: Pick<StoredRequest, "id" | "row">): DataKey {
  return unwrapDataKey(stored.id, stored.row.wrappedKey, stored.row.keyId);
}

/** Who asks; null when the request was reduced to its skeleton. */
export function personOf(stored: Pick<StoredRequest, "id" | "row">): Person | null {
  if (!stored.row.person || !stored.row.wrappedKey) return null;
  return JSON.parse(openText(dataKeyOf(stored), place("privacy_request", "person", stored.id), stored.row.person));
}

/** What each right's own page asked; null when the request was reduced to its skeleton. */
export function detailsOf(stored: Pick<StoredRequest, "id" | "row">): Record<string, Record<string, string>> | null {
  if (!stored.row.details || !stored.row.wrappedKey) return null;
  return JSON.parse(openText(dataKeyOf(stored), place("privacy_request", "details", stored.id), stored.row.details));
}

/** The additional data that binds a sealed value to its table, column and row. */
export function place(table: string, column: string, rowId: string): string {
  return `${table}.${column}.${rowId}`;
}

export function todayAt(organisation: Organisation, now: Date) {
  return localDay(now, organisation.profile.timeZone);
}

import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { recordedFromRow } from "@/lib/db/request-store";
import { sha256 } from "@/lib/db/sha256";
import type { StaffActor } from "@/lib/domain/actor";
import type { RecordedEvent } from "@/lib/domain/events";
import { type Break, firstBreak } from "@/lib/domain/ledger";
import { isTaskEvent, namedByTask } from "@/lib/domain/systems/task-events";
import type { AuditCursor, AuditFilter } from "@/lib/forms/console-audit";
import type { Prisma } from "@/lib/generated/prisma/client";
import { staffNames } from "./staff-names";

/** `reference` is null for what happened to the organisation rather than to a request. */
export type AuditEntry = RecordedEvent & { reference: string | null };
export type AuditPage = {
  entries: readonly AuditEntry[];
  names: ReadonlyMap<string, string>;
  older?: AuditCursor;
  /** Types that occur here, for the filter. */
  types: readonly string[];
};

const pageSize = 50;

/** The organisation's record, newest first. Keyset by instant and id. */
export async function auditPage(actor: StaffActor, filter: AuditFilter): Promise<AuditPage> {
  return inOrganisation(actor.organisationId, async (scope) => {
    const { tx } = scope;
    const found = await tx.event.findMany({
      where: whereOf(filter),
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: pageSize + 1,
      include: { request: { select: { reference: true } } },
    });
    const kept = found.slice(0, pageSize);
    const entries = kept.map(({ request, ...row }) => ({
      ...recordedFromRow(row),
      reference: request?.reference ?? null,
    }));
    const types = await tx.event.findMany({ distinct: ["type"], select: { type: true }, orderBy: { type: "asc" } });
    const last = entries.at(-1);
    return {
      entries,
      names: await staffNames(scope, entries.flatMap(idsIn)),
      types: types.map(({ type }) => type),
      ...(last && found.length > pageSize ? { older: { at: last.at.toISOString(), id: last.id } } : {}),
    };
  });
}

function whereOf({ reference, actor, type, cursor }: AuditFilter): Prisma.EventWhereInput {
  const parts: Prisma.EventWhereInput[] = [];
  if (reference) parts.push({ request: { reference } });
  if (type) parts.push({ type });
  if (actor === "person") parts.push({ actorKind: { in: ["person", "visitor"] } });
  else if (actor === "system") parts.push({ actorKind: "system" });
  else if (actor) parts.push({ actorKind: "staff", actorId: actor });
  if (cursor) {
    const at = new Date(cursor.at);
    parts.push({ OR: [{ at: { lt: at } }, { at, id: { lt: cursor.id } }] });
  }
  return { AND: parts };
}

// Payloads name staff where work was handed over or a membership changed.
function idsIn({ actorKind, actorId, event }: RecordedEvent): string[] {
  const facts: Readonly<Record<string, unknown>> = event;
  const named = [facts.to, facts.staffId, facts.rule].filter((id) => typeof id === "string");
  if (isTaskEvent(event)) named.push(...namedByTask(event));
  return (actorKind === "staff" || actorKind === "owner") && actorId ? [actorId, ...named] : named;
}

export type ChainView = {
  reference: string;
  chain: readonly RecordedEvent[];
  names: ReadonlyMap<string, string>;
  /** Null when every link holds. */
  broken: Break | null;
};

/** One request's chain with the result of walking it; null when this organisation has no such request. */
export async function requestChain(actor: StaffActor, reference: string): Promise<ChainView | null> {
  const { organisationId } = actor;
  return inOrganisation(organisationId, async (scope) => {
    const request = await scope.tx.privacyRequest.findUnique({
      where: { reference },
      select: { id: true, head: true },
    });
    if (!request) return null;
    const rows = await scope.tx.event.findMany({ where: { chainId: request.id }, orderBy: { seq: "asc" } });
    const chain = rows.map(recordedFromRow);
    const broken = firstBreak(chain, { organisationId, chainId: request.id }, sha256) ?? headBreak(chain, request.head);
    return { reference, chain, names: await staffNames(scope, chain.flatMap(idsIn)), broken };
  });
}

// A chain that was cut off at the end holds in itself; the request's own row still names the newest entry.
function headBreak(chain: readonly RecordedEvent[], head: string): Break | null {
  return chain.at(-1)?.hash === head ? null : { seq: chain.length + 1, why: "the newest entry is missing" };
}

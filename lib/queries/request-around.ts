import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { StoredRequest } from "@/lib/db/request-store";
import { isShared, restsOn } from "@/lib/db/risk-evidence";
import type { StaffActor } from "@/lib/domain/actor";
import { mayTake } from "@/lib/domain/lifecycle";
import type { LinkKind } from "@/lib/domain/request-links";
import type { RiskSignal } from "@/lib/domain/risk-signals";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Another request of the organisation, as a link shows it. */
export type OtherRequest = { reference: string; state: string };

/** `restsOn`: the requests that it rests on as things stand now, ten at most; null where it rests on no other request. */
export type NotedSignal = { signal: RiskSignal; restsOn: readonly OtherRequest[] | null };

/** `here`: noted with this request, and so to be taken away here. */
export type LinkedRequest = OtherRequest & { as: LinkKind; here: boolean };

/** What stands around one request. None of it changes what may be done with it. */
export type RequestAround = {
  /** Other requests from the same address, newest first. */
  sameAddress: readonly OtherRequest[];
  /** What this one was noted as a duplicate of, and which were noted as duplicates of this one. */
  duplicateOf: readonly OtherRequest[];
  duplicates: readonly OtherRequest[];
  /** What this one was linked to, and what was linked to it from there. */
  links: readonly LinkedRequest[];
  /** What is odd, in the order in which it was noticed; null for readers who may look into no file either. */
  signals: readonly NotedSignal[] | null;
};

const shown = { reference: true, state: true } as const;

export async function requestAround(scope: Scope, stored: StoredRequest, actor: StaffActor): Promise<RequestAround> {
  return {
    sameAddress: await sameAddress(scope, stored),
    duplicateOf: await requests(scope, { reference: { in: [...stored.facts.duplicates] } }),
    duplicates: await notedAsThis(scope, stored.reference),
    links: [...(await linkedHere(scope, stored)), ...(await linkedThere(scope, stored.reference))],
    signals: mayTake("inspect", actor.roles) ? await signalsOf(scope, stored) : null,
  };
}

async function signalsOf(scope: Scope, { row, facts }: StoredRequest): Promise<NotedSignal[]> {
  const signals: NotedSignal[] = [];
  for (const signal of facts.signals) {
    const references = isShared(signal) ? await restsOn(scope, row, signal) : null;
    signals.push({ signal, restsOn: references && (await requests(scope, { reference: { in: references } })) });
  }
  return signals;
}

async function sameAddress(scope: Scope, { id, row }: StoredRequest): Promise<OtherRequest[]> {
  return row.emailIndex ? requests(scope, { emailIndex: row.emailIndex, id: { not: id } }) : [];
}

// The remark stands in the other request's record, and nowhere else.
async function notedAsThis(scope: Scope, reference: string): Promise<OtherRequest[]> {
  const noted = { type: "DuplicateNoted", payload: { path: ["of"], equals: reference } };
  return requests(scope, { events: { some: noted } });
}

async function linkedHere(scope: Scope, { facts: { links } }: StoredRequest): Promise<LinkedRequest[]> {
  const found = await requests(scope, { reference: { in: links.map(({ to }) => to) } });
  return found.flatMap((request) => {
    const link = links.find(({ to }) => to === request.reference);
    return link ? [{ ...request, as: link.as, here: true }] : [];
  });
}

// The remark stands in the other request's record alone; of several on one of them the last one counts.
async function linkedThere({ tx, organisationId }: Scope, reference: string): Promise<LinkedRequest[]> {
  const found = await tx.$queryRaw<{ reference: string; state: string; type: string; as: LinkKind }[]>`
    select r.reference, r.state, last.type, last.payload ->> 'as' as "as"
    from (
      select distinct on (request_id) request_id, type, payload from event
      where organisation_id = ${organisationId}::uuid and type in ('RequestLinked', 'RequestUnlinked')
        and payload ->> 'to' = ${reference}
      order by request_id, seq desc
    ) last join privacy_request r on r.id = last.request_id and r.organisation_id = ${organisationId}::uuid
    where last.type = 'RequestLinked' order by r.received_at desc limit 10`;
  return found.map(({ reference: from, state, as }) => ({ reference: from, state, as, here: false }));
}

function requests({ tx }: Scope, where: Prisma.PrivacyRequestWhereInput): Promise<OtherRequest[]> {
  return tx.privacyRequest.findMany({ where, select: shown, orderBy: { receivedAt: "desc" }, take: 10 });
}

import "server-only";
import type { Scope } from "@/lib/db/organisation-scope";
import type { StoredRequest } from "@/lib/db/request-store";
import { isShared, restsOn } from "@/lib/db/risk-evidence";
import type { StaffActor } from "@/lib/domain/actor";
import { mayTake } from "@/lib/domain/lifecycle";
import type { RiskSignal } from "@/lib/domain/risk-signals";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Another request of the organisation, as a link shows it. */
export type OtherRequest = { reference: string; state: string };

/** `restsOn`: the requests that it rests on as things stand now, ten at most; null where it rests on no other request. */
export type NotedSignal = { signal: RiskSignal; restsOn: readonly OtherRequest[] | null };

/** What stands around one request. None of it changes what may be done with it. */
export type RequestAround = {
  /** Other requests from the same address, newest first. */
  sameAddress: readonly OtherRequest[];
  /** What this one was noted as a duplicate of, and which were noted as duplicates of this one. */
  duplicateOf: readonly OtherRequest[];
  duplicates: readonly OtherRequest[];
  /** What is odd, in the order in which it was noticed; null for readers who may look into no file either. */
  signals: readonly NotedSignal[] | null;
};

const shown = { reference: true, state: true } as const;

export async function requestAround(scope: Scope, stored: StoredRequest, actor: StaffActor): Promise<RequestAround> {
  return {
    sameAddress: await sameAddress(scope, stored),
    duplicateOf: await requests(scope, { reference: { in: [...stored.facts.duplicates] } }),
    duplicates: await notedAsThis(scope, stored.reference),
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

function requests({ tx }: Scope, where: Prisma.PrivacyRequestWhereInput): Promise<OtherRequest[]> {
  return tx.privacyRequest.findMany({ where, select: shown, orderBy: { receivedAt: "desc" }, take: 10 });
}

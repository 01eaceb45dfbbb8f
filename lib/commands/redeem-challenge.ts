import "server-only";
import { findLink, spendChallenge, spendTypedCode, typedBesideLink } from "@/lib/db/challenge-use";
import { openingPurposes } from "@/lib/db/challenges";
import { inTurn } from "@/lib/db/in-turn";
import { enqueueRiskCheck } from "@/lib/db/job-queue";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { startPersonSession } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import type { VisitorActor } from "@/lib/domain/actor";
import { codeWanted, confirmsAddress } from "@/lib/domain/pressed-link";
import { type Refused, refuse } from "@/lib/domain/refusal";

export type Redeemed = { ok: true; reference: string; session: string; confirmedNow: boolean };
/**
 * `askedHere`: id of the request whose session this browser holds; null for none. `code`: what was typed beside the link, where
 * the press alone is not enough (pressed-link.ts).
 */
export type Presented =
  | { by: "link"; token: string; askedHere: string | null; code: string | null }
  | { by: "code"; reference: string; code: string };

/**
 * A person presents a link or a typed code. The first time proves the address; every time opens a session in this
 * browser. Looking at a link changes nothing: only this command, called by a pressed button, does.
 */
export async function redeemChallenge(
  actor: VisitorActor,
  input: { organisation: Organisation; presented: Presented },
  now: Date,
): Promise<Redeemed | Refused> {
  const { organisation, presented } = input;
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  // Letters are written into the record in the very moment in which people press their links; a lost turn used nothing up.
  const redeemed = await inTurn(() => redeemOnce(organisation, presented, now));
  return redeemed ?? refuse("changed_meanwhile");
}

function redeemOnce(organisation: Organisation, presented: Presented, now: Date): Promise<Redeemed | Refused> {
  return inOrganisation(organisation.id, async (scope) => {
    const stored =
      presented.by === "link"
        ? await byLink(scope, organisation, presented, now)
        : await byCode(scope, organisation, presented, now);
    if ("ok" in stored) return stored;
    const confirmedNow = await confirmOnce(scope, stored, presented.by, now);
    const session = await startPersonSession(scope, { requestId: stored.id, proven: true }, now);
    return { ok: true, reference: stored.reference, session, confirmedNow };
  });
}

/** Records the confirmation where it is the first and the request still runs; says whether it did. */
async function confirmOnce(scope: Scope, stored: StoredRequest, by: Presented["by"], now: Date): Promise<boolean> {
  if (!confirmsAddress(stored.facts)) return false;
  const { organisationId } = scope;
  const actor = { kind: "person", organisationId, requestId: stored.id, proven: true } as const;
  const event = { type: "ContactConfirmed", by } as const;
  await writeConsequence(scope, await recordChange(scope, stored, { event, actor }, now), actor, now);
  await enqueueRiskCheck(scope, stored.id);
  return true;
}

/** A link is used once: of two racers one finds it used by the statement that marks it. */
async function byLink(
  scope: Scope,
  organisation: Organisation,
  { token, askedHere, code }: Extract<Presented, { by: "link" }>,
  now: Date,
): Promise<StoredRequest | Refused> {
  const live = await findLink(scope, { token, purposes: openingPurposes }, now);
  const stored = live && (await loadRequest(scope, organisation, { id: live.requestId }));
  if (!stored) return refuse("link_dead");
  const missing = codeWanted(stored.facts, askedHere === stored.id) ? await typedBesideLink(scope, live, code) : null;
  if (missing) return refuse(missing);
  return (await spendChallenge(scope, live, now)) ? stored : refuse("link_dead");
}

async function byCode(
  scope: Scope,
  organisation: Organisation,
  { reference, code }: Extract<Presented, { by: "code" }>,
  now: Date,
): Promise<StoredRequest | Refused> {
  const request = await scope.tx.privacyRequest.findUnique({ where: { reference }, select: { id: true } });
  // Unknown references cost the same work and get the same words as wrong codes.
  const requestId = request?.id ?? organisation.id;
  const miss = await spendTypedCode(scope, { requestId, purposes: openingPurposes, code }, now);
  return miss ? refuse(miss) : ((await loadRequest(scope, organisation, { id: requestId })) ?? refuse("not_found"));
}

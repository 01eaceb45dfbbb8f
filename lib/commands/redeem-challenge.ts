import "server-only";
import { timingSafeEqual } from "node:crypto";
import { challengeLimits, codeHash, openingPurposes } from "@/lib/db/challenges";
import { inTurn } from "@/lib/db/in-turn";
import { enqueueRiskCheck } from "@/lib/db/job-queue";
import { tokenHash } from "@/lib/db/key-ring";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { startPersonSession } from "@/lib/db/person-sessions";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, type StoredRequest } from "@/lib/db/request-store";
import { writeConsequence } from "@/lib/db/step-consequence";
import type { VisitorActor } from "@/lib/domain/actor";
import { nextState } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { Challenge } from "@/lib/generated/prisma/client";

export type Redeemed = { ok: true; reference: string; session: string; confirmedNow: boolean };
export type Presented = { by: "link"; token: string } | { by: "code"; reference: string; code: string };

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
    const challenge =
      presented.by === "link"
        ? await byLink(scope, presented.token, now)
        : await byCode(scope, organisation, presented, now);
    if ("ok" in challenge) return challenge;
    const stored = await loadRequest(scope, organisation, { id: challenge.requestId });
    if (!stored) return refuse("not_found");
    const confirmedNow = await confirmOnce(scope, stored, presented.by, now);
    const session = await startPersonSession(scope, { requestId: stored.id, proven: true }, now);
    return { ok: true, reference: stored.reference, session, confirmedNow };
  });
}

/** Records the confirmation where it is the first and the request still runs; says whether it did. */
async function confirmOnce(scope: Scope, stored: StoredRequest, by: Presented["by"], now: Date): Promise<boolean> {
  const proven = stored.facts.proofs.some(({ kind }) => kind === "contact_confirmed");
  if (proven || !nextState("confirm", stored.facts.state)) return false;
  const { organisationId } = scope;
  const actor = { kind: "person", organisationId, requestId: stored.id, proven: true } as const;
  const event = { type: "ContactConfirmed", by } as const;
  await writeConsequence(scope, await recordChange(scope, stored, { event, actor }, now), actor, now);
  await enqueueRiskCheck(scope, stored.id);
  return true;
}

// A link is used once: the statement that marks it is the one that finds it, so of two racers one finds nothing.
async function byLink({ tx }: Scope, token: string, now: Date): Promise<Challenge | Refused> {
  const where = {
    tokenHash: tokenHash(token),
    usedAt: null,
    expiresAt: { gt: now },
    purpose: { in: [...openingPurposes] },
  };
  const { count } = await tx.challenge.updateMany({ where, data: { usedAt: now } });
  const challenge = count === 1 ? await tx.challenge.findUnique({ where: { tokenHash: where.tokenHash } }) : null;
  return challenge ?? refuse("link_dead");
}

/**
 * Every live code of the request is compared. The try is counted by the statement that finds the codes, before anything is
 * compared: guesses sent at the same time queue at the row and cannot all look at the same count.
 */
async function byCode(
  { tx }: Scope,
  organisation: Organisation,
  { reference, code }: { reference: string; code: string },
  now: Date,
): Promise<Challenge | Refused> {
  const request = await tx.privacyRequest.findUnique({ where: { reference }, select: { id: true } });
  // Unknown references cost the same work and get the same words as wrong codes.
  const requestId = request?.id ?? organisation.id;
  const presented = Buffer.from(codeHash(requestId, code));
  const live = await tx.challenge.updateManyAndReturn({
    where: {
      requestId,
      purpose: { in: [...openingPurposes] },
      usedAt: null,
      codeExpiresAt: { gt: now },
      attempts: { lt: challengeLimits.codeTries },
    },
    data: { attempts: { increment: 1 } },
  });
  const fitting = live.find(({ codeHash: held }) => timingSafeEqual(Buffer.from(held), presented));
  if (!fitting) return refuse("wrong_code");
  const { count } = await tx.challenge.updateMany({ where: { id: fitting.id, usedAt: null }, data: { usedAt: now } });
  return count === 1 ? fitting : refuse("code_dead");
}

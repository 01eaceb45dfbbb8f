import "server-only";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inTurn } from "@/lib/db/in-turn";
import { enqueueLetter } from "@/lib/db/job-queue";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, todayAt } from "@/lib/db/request-store";
import { rolesOf, type StaffActor } from "@/lib/domain/actor";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";

/** `reference` null: a letter to staff that is about no one request. */
type Again = { ok: true; reference: string | null } | Refused;

/**
 * Puts a letter that could not be delivered on its way again, under the same Message-ID: should the first have arrived
 * after all, a mailbox recognises the second. Who did it stands in the request's record, or in the organisation's where the
 * letter belongs to no request.
 */
export async function sendLetterAgain(
  actor: StaffActor,
  input: { organisation: Organisation; letterId: string },
  now: Date,
): Promise<Again> {
  if (!mayTake("send_again", rolesOf(actor))) return refuse("not_your_role");
  if (actor.organisationId !== input.organisation.id) return refuse("not_found");
  const once = () => inOrganisation(input.organisation.id, (scope) => tryAgain(scope, actor, input, now));
  return (await inTurn(once)) ?? refuse("changed_meanwhile");
}

async function tryAgain(
  scope: Scope,
  actor: StaffActor,
  { organisation, letterId }: Parameters<typeof sendLetterAgain>[1],
  now: Date,
): Promise<Again> {
  await scope.tx.$queryRaw`select 1 from letter where id = ${letterId}::uuid for update`;
  const letter = await scope.tx.letter.findUnique({ where: { id: letterId } });
  const request = letter?.requestId ? await loadRequest(scope, organisation, { id: letter.requestId }) : null;
  if (!letter || (letter.requestId && !request)) return refuse("not_found");
  if (letter.status !== "failed") return refuse("already_done");
  // What was reduced to its skeleton has nobody left to write to.
  if (request && !request.row.wrappedKey) return refuse("not_open_in_this_state");
  const event = { type: "LetterOwedAgain", letterId, letter: letter.kind } as const;
  if (request) await recordChange(scope, request, { event, actor }, now);
  else await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
  // A member of staff decided that it leaves: no newer letter takes its place.
  const data = { status: "queued", lastError: null, leavesAt: now, crowdedOut: false };
  await scope.tx.letter.update({ where: { id: letterId }, data });
  await enqueueLetter(scope, letterId);
  return { ok: true, reference: request?.reference ?? null };
}

import "server-only";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { draftsOf, dropPaperDraft, findPaperDraft, keepPaperDraft, type PaperDraft } from "@/lib/db/paper-drafts";
import { dataKeyOf, loadRequest, type StoredRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { isWanted, type PaperKind } from "@/lib/domain/papers";
import { type Refused, refuse } from "@/lib/domain/refusal";

type Of = { organisation: Organisation; kind: PaperKind };

/** So many pictures can lie there uncovered at once. */
const draftsAtOnce = 5;

/**
 * Keeps a picture that the person is about to cover; nobody else sees it. `replaces`: the less covered one, which goes in
 * the same transaction. Refused where no such paper is asked of them: nobody is made to show more than is needed.
 */
export async function keepDraft(
  actor: PersonActor,
  input: Of & { file: { id: string; fileKey: string }; replaces?: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation, kind, file, replaces } = input;
  return withOwn(actor, organisation, async (scope, stored) => {
    if (!isWanted(organisation.profile, stored, kind)) return refuse("not_found");
    const { id: requestId } = stored;
    if (replaces && !(await dropPaperDraft(scope, { requestId, id: replaces }))) return refuse("not_found");
    if ((await draftsOf(scope, requestId)).length >= draftsAtOnce) return refuse("too_many");
    await keepPaperDraft(scope, { requestId, key: dataKeyOf(stored), kind, ...file }, now);
    return { ok: true };
  });
}

/** The picture in hand; refused when it is not this person's, or its hour is over. */
export async function draftInHand(
  actor: PersonActor,
  input: { organisation: Organisation; draftId: string },
  now: Date,
): Promise<{ ok: true; draft: PaperDraft } | Refused> {
  return withOwn(actor, input.organisation, async (scope, stored) => {
    const of = { requestId: stored.id, key: dataKeyOf(stored), id: input.draftId };
    const draft = await findPaperDraft(scope, of, now);
    return draft ? { ok: true, draft } : refuse("not_found");
  });
}

/** The person starts again, or sent the covered one: nothing of this one is kept. Refused where it is no draft of theirs. */
export async function forgetDraft(
  actor: PersonActor,
  input: { organisation: Organisation; draftId: string },
): Promise<{ ok: true } | Refused> {
  return withOwn(actor, input.organisation, async (scope, stored) => {
    const dropped = await dropPaperDraft(scope, { requestId: stored.id, id: input.draftId });
    return dropped ? { ok: true } : refuse("not_found");
  });
}

async function withOwn<Result extends { ok: boolean }>(
  actor: PersonActor,
  organisation: Organisation,
  work: (scope: Scope, stored: StoredRequest) => Promise<Result | Refused>,
): Promise<Result | Refused> {
  if (!actor.proven || actor.organisationId !== organisation.id) return refuse("not_found");
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    return stored?.row.wrappedKey ? work(scope, stored) : refuse("not_found");
  });
}

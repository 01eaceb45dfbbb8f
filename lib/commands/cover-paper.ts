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
 * Keeps a picture that this browser is about to cover; nobody else sees it, whoever opens the same request elsewhere.
 * `replaces`: the less covered one, which goes in the same transaction. Refused where no such paper is asked of them:
 * nobody is made to show more than is needed.
 */
export async function keepDraft(
  actor: PersonActor,
  input: Of & { file: { id: string; fileKey: string }; replaces?: string },
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { organisation, kind, file, replaces } = input;
  return withOwn(actor, organisation, async (scope, stored, sessionId) => {
    if (!isWanted(organisation.profile, stored, kind)) return refuse("not_found");
    const { id: requestId } = stored;
    if (replaces && !(await dropPaperDraft(scope, { requestId, sessionId, id: replaces }))) return refuse("not_found");
    if ((await draftsOf(scope, requestId)) >= draftsAtOnce) return refuse("too_many");
    await keepPaperDraft(scope, { requestId, sessionId, key: dataKeyOf(stored), kind, ...file }, now);
    return { ok: true };
  });
}

/** The picture in hand, or that it was sent; refused when this browser does not hold it, or its time is over. */
export async function draftInHand(
  actor: PersonActor,
  input: { organisation: Organisation; draftId: string },
  now: Date,
): Promise<{ ok: true; draft: PaperDraft | "sent" } | Refused> {
  return inOrganisation(input.organisation.id, async (scope) => {
    const draft = await draftOf(scope, actor, input, now);
    return draft ? { ok: true, draft } : refuse("not_found");
  });
}

/** The same inside somebody's transaction; null when this browser holds no such picture. */
export async function draftOf(
  scope: Scope,
  actor: PersonActor,
  { organisation, draftId: id }: { organisation: Organisation; draftId: string },
  now: Date,
): Promise<PaperDraft | "sent" | null> {
  const own = await ownStored(scope, actor, organisation);
  if (!own) return null;
  const { stored, sessionId } = own;
  return findPaperDraft(scope, { requestId: stored.id, sessionId, key: dataKeyOf(stored), id }, now);
}

/** The person starts again: nothing of this one is kept. Refused where this browser holds no such picture. */
export async function forgetDraft(
  actor: PersonActor,
  input: { organisation: Organisation; draftId: string },
): Promise<{ ok: true } | Refused> {
  return withOwn(actor, input.organisation, async (scope, stored, sessionId) => {
    const dropped = await dropPaperDraft(scope, { requestId: stored.id, sessionId, id: input.draftId });
    return dropped ? { ok: true } : refuse("not_found");
  });
}

async function withOwn<Result extends { ok: boolean }>(
  actor: PersonActor,
  organisation: Organisation,
  work: (scope: Scope, stored: StoredRequest, sessionId: string) => Promise<Result | Refused>,
): Promise<Result | Refused> {
  return inOrganisation(organisation.id, async (scope) => {
    const own = await ownStored(scope, actor, organisation);
    return own ? work(scope, own.stored, own.sessionId) : refuse("not_found");
  });
}

async function ownStored(scope: Scope, actor: PersonActor, organisation: Organisation) {
  const { session: sessionId } = actor;
  if (!actor.proven || !sessionId || actor.organisationId !== organisation.id) return null;
  const stored = await loadRequest(scope, organisation, { id: actor.requestId });
  return stored?.row.wrappedKey ? { stored, sessionId } : null;
}

import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { shutPaperDraft } from "@/lib/db/paper-drafts";
import { ChangedMeanwhile } from "@/lib/db/record-change";
import { loadRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import type { PaperKind } from "@/lib/domain/papers";
import { type Refused, refuse } from "@/lib/domain/refusal";
import type { FileToKeep } from "@/lib/domain/step-change";
import { draftOf } from "./cover-paper";
import { stepWithin } from "./take-step";

type Sending = {
  organisation: Organisation;
  reference: string;
  kind: PaperKind;
  file: FileToKeep;
  /** The picture in hand that this is; null for a paper that could not be covered here. */
  draftId: string | null;
};

/**
 * Sends a paper once, however often the button is pressed. `kept` false: it is with us already, and the bytes of this press
 * are nobody's. The draft is shut in the transaction that takes the paper, so that of many presses one finds it open.
 */
export async function sendPaper(
  actor: PersonActor,
  sending: Sending,
  now: Date,
): Promise<{ ok: true; kept: boolean } | Refused> {
  const { organisation, reference, kind, file, draftId } = sending;
  const sent = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const of = draftId ? { requestId: actor.requestId, sessionId: actor.session ?? "", id: draftId } : null;
      const known = of ? await draftOf(scope, actor, { organisation, draftId: of.id }, now) : null;
      if (known === "sent" || (await isWithUs(scope, actor, sending))) return { ok: true, kept: false } as const;
      if (of && (known === null || known.kind !== kind)) return refuse("not_found");
      const change = { step: "write", words: "", files: [file], proof: kind } as const;
      const taken = await stepWithin(scope, actor, { organisation, request: { reference }, change }, now);
      if (!taken.ok) return taken;
      // Another press shut it since it was looked at: all of this is undone, and the next turn finds it sent.
      if (of && !(await shutPaperDraft(scope, of, now))) throw new ChangedMeanwhile();
      return { ok: true, kept: true } as const;
    }),
  );
  return sent ?? refuse("changed_meanwhile");
}

// The same bytes for the same purpose, which wait to be looked at: somebody pressed twice, or came Back and sent again.
async function isWithUs(scope: Scope, actor: PersonActor, { organisation, kind, file }: Sending): Promise<boolean> {
  if (!actor.proven || actor.organisationId !== organisation.id) return false;
  const { requestId } = actor;
  const stored = await loadRequest(scope, organisation, { id: requestId });
  const same = await scope.tx.storedFile.findMany({
    where: { requestId, purpose: "proof", digest: file.digest, fileKey: { not: null } },
    select: { messageId: true },
  });
  const came = new Set(same.map(({ messageId }) => messageId));
  return (stored?.chain ?? []).some(
    ({ event }) => event.type === "MessageReceived" && event.proof === kind && came.has(event.messageId),
  );
}

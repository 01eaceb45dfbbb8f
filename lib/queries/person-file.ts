import "server-only";
import { fileKeyOf, fileNameOf } from "@/lib/db/message-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { dataKeyOf, loadRequest } from "@/lib/db/request-store";
import type { PersonActor } from "@/lib/domain/actor";
import { answerOut } from "@/lib/domain/contest";
import type { FileToOpen } from "./stored-file";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A file of the released answer to this person's own request; null for anything else, whatever its id. */
export async function releasedFile(
  actor: PersonActor,
  input: { organisation: Organisation; reference: string; fileId: string },
): Promise<FileToOpen | null> {
  const { organisation, reference, fileId } = input;
  if (!actor.proven || actor.organisationId !== organisation.id || !uuid.test(fileId)) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { id: actor.requestId });
    const file = await scope.tx.storedFile.findUnique({ where: { id: fileId } });
    if (stored?.reference !== reference || !stored.row.wrappedKey) return null;
    if (!file?.answerId || file.requestId !== stored.id || file.destroyedAt) return null;
    const answer = await scope.tx.answer.findUnique({ where: { id: file.answerId } });
    const key = dataKeyOf(stored);
    const fileKey = fileKeyOf(key, file);
    // An answer that was reversed hands out nothing any more, nor does one whose place a newer one took (055).
    if (!answer?.releasedAt || !fileKey || answer.id !== answerOut(stored.facts)) return null;
    const { id, mediaType, size } = file;
    return { id, mediaType, size, fileKey, name: fileNameOf(key, file) };
  });
}

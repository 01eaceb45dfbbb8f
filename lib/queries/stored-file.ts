import "server-only";
import { fileKeyOf, fileNameOf } from "@/lib/db/message-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { dataKeyOf, loadRequest } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { mayTake } from "@/lib/domain/lifecycle";

export type FileToOpen = { id: string; name: string; mediaType: string; size: number; fileKey: string };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A file of this very request with the key to its bytes; null when it is not there, destroyed, or not for this role. */
export async function fileOfRequest(
  actor: StaffActor,
  input: { organisation: Organisation; reference: string; fileId: string },
): Promise<FileToOpen | null> {
  const { organisation, reference, fileId } = input;
  if (!mayTake("inspect", actor.roles) || !uuid.test(fileId)) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const stored = await loadRequest(scope, organisation, { reference });
    const file = await scope.tx.storedFile.findUnique({ where: { id: fileId } });
    if (!stored || !file || file.requestId !== stored.id || file.destroyedAt || !stored.row.wrappedKey) return null;
    const key = dataKeyOf(stored);
    const fileKey = fileKeyOf(key, file);
    const { id, mediaType, size } = file;
    return fileKey ? { id, mediaType, size, fileKey, name: fileNameOf(key, file) } : null;
  });
}

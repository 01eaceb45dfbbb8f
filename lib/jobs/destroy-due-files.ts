import "server-only";
import { destroyFiles } from "@/lib/commands/destroy-files";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations, type Organisation } from "@/lib/db/organisations";
import { fileCandidates } from "@/lib/db/purge-candidates";
import { bytesOwed, settleBytes } from "@/lib/db/shred";
import { destroyBytes } from "@/lib/storage/file-store";
import { eachCandidate } from "./each-candidate";

const name = "purge";

/** Identity papers and files of answers whose time is over. Returns how many requests lost some. */
export async function destroyDueFiles(now: Date): Promise<number> {
  let touched = 0;
  for (const organisation of await listOrganisations()) {
    const { id: organisationId } = organisation;
    const actor = { kind: "system", organisationId, task: name } as const;
    touched += await eachCandidate(
      { name, organisationId, of: "requestId" },
      (page) => inOrganisation(organisationId, (scope) => fileCandidates(scope, page)),
      async (requestId) => {
        const done = await destroyFiles(actor, { organisation, requestId }, now);
        return done.ok && done.destroyed > 0;
      },
    );
    await takeBytesAway(organisation, now);
  }
  return touched;
}

/**
 * Takes the bytes of destroyed files off the disk and then settles their rows. In that order: killed in between, the row
 * still knows of the file, and taking it away again does nothing.
 */
export async function takeBytesAway({ id: organisationId }: Pick<Organisation, "id">, now: Date): Promise<number> {
  return eachCandidate(
    { name, organisationId, of: "fileId" },
    (page) => inOrganisation(organisationId, (scope) => bytesOwed(scope, page)),
    async (fileId) => {
      await destroyBytes(fileId);
      await inOrganisation(organisationId, (scope) => settleBytes(scope, fileId, now));
      return true;
    },
  );
}

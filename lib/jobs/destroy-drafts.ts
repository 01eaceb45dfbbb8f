import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { listOrganisations } from "@/lib/db/organisations";
import { oldPaperDrafts } from "@/lib/db/paper-drafts";
import { destroyBytes } from "@/lib/storage/file-store";

const page = 100;

/** Pictures that nobody finished covering within the hour. Bytes first: killed in between, the row still knows of them. */
export async function destroyDrafts(now: Date): Promise<number> {
  let destroyed = 0;
  for (const { id } of await listOrganisations()) {
    for (let old = await oldOf(id, now); old.length > 0; old = await oldOf(id, now)) {
      await Promise.all(old.map(destroyBytes));
      const gone = old;
      await inOrganisation(id, ({ tx }) => tx.paperDraft.deleteMany({ where: { id: { in: gone } } }));
      destroyed += old.length;
    }
  }
  return destroyed;
}

function oldOf(organisationId: string, now: Date): Promise<string[]> {
  return inOrganisation(organisationId, (scope) => oldPaperDrafts(scope, now, page));
}

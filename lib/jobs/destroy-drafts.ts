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
    const old = await inOrganisation(id, (scope) => oldPaperDrafts(scope, now, page));
    await Promise.all(old.map(destroyBytes));
    await inOrganisation(id, ({ tx }) => tx.paperDraft.deleteMany({ where: { id: { in: old } } }));
    destroyed += old.length;
  }
  return destroyed;
}

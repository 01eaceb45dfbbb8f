import "server-only";
import { judgeRisks } from "@/lib/commands/judge-risks";
import { noteReusedPapers } from "@/lib/commands/note-reused-paper";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { findOrganisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";

/**
 * Looks at what stands around a request once it was filed or confirmed, or a paper came with it. Not while the visitor waits: a name that is known
 * here must not take longer than one that is not (ATK-E1). Returns whether something was noted.
 */
export async function checkRisks(of: { organisationId: string; requestId: string }, now: Date): Promise<boolean> {
  const organisation = await findOrganisation({ id: of.organisationId });
  if (!organisation) return false;
  const noted = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const stored = await loadRequest(scope, organisation, { id: of.requestId });
      return stored !== null && (await judgeRisks(scope, stored, now)) !== stored;
    }),
  );
  // Somebody else writes all the time: the queue tries again.
  if (noted === null) throw new Error("the request changed at every turn");
  await noteReusedPapers(organisation, of.requestId, now);
  return noted;
}

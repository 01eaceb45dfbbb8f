import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import { noteRisks } from "./note-risks";

/**
 * ATK-I6: a paper of this request came with another request of this organisation as well. Noted on all of them, for staff
 * to look at: one person may well ask twice. Digests stay when papers go, so that a paper that was destroyed is still
 * recognised. Owed by the job that the paper's arrival wrote down; repeating it notes nothing twice.
 */
export async function noteReusedPapers(organisation: Organisation, requestId: string, now: Date): Promise<void> {
  for (const id of await requestsWithTheSame(organisation, requestId)) {
    const noted = await inTurn(() =>
      inOrganisation(organisation.id, async (scope) => {
        const stored = await loadRequest(scope, organisation, { id });
        if (stored) await noteRisks(scope, stored, ["proof_reused"], now);
        return true;
      }),
    );
    // Somebody else writes all the time: the queue tries again.
    if (noted === null) throw new Error("the request changed at every turn");
  }
}

/** This request and the others that hold one of its papers; none where its papers are its own. */
async function requestsWithTheSame({ id: organisationId }: Organisation, requestId: string): Promise<string[]> {
  return inOrganisation(organisationId, async ({ tx }) => {
    const own = await tx.storedFile.findMany({ where: { requestId, purpose: "proof" }, select: { digest: true } });
    const others = await tx.storedFile.findMany({
      where: { digest: { in: own.map(({ digest }) => digest) }, purpose: "proof", requestId: { not: requestId } },
      select: { requestId: true },
      distinct: ["requestId"],
      take: 20,
    });
    return others.length > 0 ? [requestId, ...others.map((other) => other.requestId)] : [];
  });
}

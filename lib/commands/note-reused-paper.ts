import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest } from "@/lib/db/request-store";
import { noteRisks } from "./note-risks";

/**
 * ATK-I6: the same bytes came as a paper with another request of this organisation. Noted on both, for staff to look at:
 * one person may well ask twice. Digests stay when papers go, so that a paper that was destroyed is still recognised.
 */
export async function noteReusedPaper(
  organisation: Organisation,
  paper: { requestId: string; digest: string },
  now: Date,
): Promise<void> {
  const others = await inOrganisation(organisation.id, ({ tx }) =>
    tx.storedFile.findMany({
      where: { digest: paper.digest, purpose: "proof", requestId: { not: paper.requestId } },
      select: { requestId: true },
      take: 20,
    }),
  );
  if (others.length === 0) return;
  for (const id of new Set([paper.requestId, ...others.map(({ requestId }) => requestId)])) {
    await inTurn(() =>
      inOrganisation(organisation.id, async (scope) => {
        const stored = await loadRequest(scope, organisation, { id });
        if (stored) await noteRisks(scope, stored, ["proof_reused"], now);
        return true;
      }),
    );
  }
}

import "server-only";
import { enqueueLetter } from "@/lib/db/job-queue";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { SystemActor } from "@/lib/domain/actor";

const atOnce = 500;

/** Letters that waited for a mail server go out, oldest first, as they were owed. Returns how many. */
export async function releaseHeldLetters(actor: SystemActor): Promise<number> {
  return inOrganisation(actor.organisationId, async (scope) => {
    const held = await scope.tx.letter.findMany({
      where: { status: "held" },
      orderBy: [{ queuedAt: "asc" }, { id: "asc" }],
      take: atOnce,
      select: { id: true },
    });
    for (const { id } of held) {
      await scope.tx.letter.update({ where: { id }, data: { status: "queued" } });
      await enqueueLetter(scope, id);
    }
    return held.length;
  });
}

import "server-only";
import { challengeLimits } from "./challenges";
import type { Scope } from "./organisation-scope";

/** Is a code that still opens something on its way, or in the mailbox? Of the letters since then, one that was not used up. */
export async function codeUnderWay({ tx }: Pick<Scope, "tx">, requestId: string, since: Date): Promise<boolean> {
  const letters = await tx.letter.findMany({
    where: { requestId, kind: "delivery_code", queuedAt: { gt: since } },
    select: { id: true },
  });
  const spent = await tx.challenge.count({
    where: {
      letterId: { in: letters.map(({ id }) => id) },
      OR: [{ usedAt: { not: null } }, { attempts: { gte: challengeLimits.codeTries } }],
    },
  });
  return letters.length > spent;
}

import "server-only";
import type { Scope } from "./organisation-scope";

/**
 * Of each of these requests the staff who prepared or released an answer of it, as `judgesOf` folds them from the record: they
 * do not decide what is said against it. The wall `contest_by_other_eyes` reads the same rows.
 */
export async function judgesOfEach(
  { tx }: Scope,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const judges = new Map<string, string[]>();
  if (requestIds.length === 0) return judges;
  const answers = await tx.answer.findMany({
    where: { requestId: { in: [...requestIds] }, returnedAt: null },
    select: { requestId: true, preparedBy: true, releasedBy: true },
  });
  for (const { requestId, preparedBy, releasedBy } of answers) {
    judges.set(requestId, [...(judges.get(requestId) ?? []), preparedBy, ...(releasedBy ? [releasedBy] : [])]);
  }
  return judges;
}

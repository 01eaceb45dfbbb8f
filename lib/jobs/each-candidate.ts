import "server-only";
import { logFault } from "@/lib/log";

const pageSize = 200;

/** The ids after `after` in the order of ids, at most `size` of them. */
export type NextPage = (page: { after: string | null; size: number }) => Promise<string[]>;

/** Does the work for every candidate, in pages. One that fails is logged and does not stop the others. Counts successes. */
export async function eachCandidate(
  task: { name: string; organisationId: string; of: "requestId" | "fileId" | "taskId" },
  next: NextPage,
  work: (id: string) => Promise<boolean>,
): Promise<number> {
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const ids: string[] = await next({ after, size: pageSize });
    for (const id of ids) {
      try {
        if (await work(id)) done += 1;
      } catch (fault) {
        const { name, organisationId, of } = task;
        logFault("one of many could not be done", fault, { task: name, [of]: id, organisationId });
      }
    }
    after = ids.at(-1) ?? null;
    if (ids.length < pageSize) return done;
  }
}

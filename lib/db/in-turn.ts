import "server-only";
import { ChangedMeanwhile } from "./record-change";

/**
 * Runs a unit of work again when another writer of the same request came first, and gives null when that happened every
 * time. Sent letters and opened files are written into a request's chain at any moment; losing a race against one of
 * those says nothing about what the actor looked at, and the work judges that anew each time.
 */
export async function inTurn<Result>(work: () => Promise<Result>, turns = 5): Promise<Result | null> {
  for (let turn = 1; turn <= turns; turn += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof ChangedMeanwhile)) throw fault;
    }
  }
  return null;
}

import "server-only";
import { countEarlierRequests, sumFigures } from "@/lib/db/figure-sums";
import { listOrganisations } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import { logFault } from "@/lib/log";

/** Keeps the ledger of figures short to read, for every organisation, and takes in what is older than it. */
export async function sumEveryLedger(now: Date): Promise<void> {
  for (const organisation of await listOrganisations()) {
    try {
      await countEarlierRequests(organisation);
      await sumFigures(organisation, todayAt(organisation, now));
    } catch (fault) {
      // The figures stay right without it, only slower to read; the next organisation has its turn.
      logFault("figures could not be summed", fault, { task: "sum_figures", organisationId: organisation.id });
    }
  }
}

// What the outbox's address may say.
import { z } from "zod";
import type { SearchParameters } from "./console-queue";

const search = z.object({
  status: z.enum(["failed", "held", "queued"]).optional().catch(undefined),
  after: z.guid().optional().catch(undefined),
});

export type OutboxFilter = z.infer<typeof search>;

export function readOutboxFilter(parameters: SearchParameters): OutboxFilter {
  return search.parse(parameters);
}

// What the outbox's address and its one button may say.
import { z } from "zod";
import type { SearchParameters } from "./console-queue";

const status = z.enum(["failed", "held", "queued"]);
const search = z.object({
  status: status.optional().catch(undefined),
  after: z.guid().optional().catch(undefined),
});

/** Under this key a mistake waits for the page that tells it. */
export const outboxFormKey = "console-outbox";

/** `status`: the tab from which the button was pressed. */
export const sendAgainForm = z.object({ status: status.optional().catch(undefined) });

export function isLetterId(text: string): boolean {
  return z.guid().safeParse(text).success;
}

export type OutboxFilter = z.infer<typeof search>;

export function readOutboxFilter(parameters: SearchParameters): OutboxFilter {
  return search.parse(parameters);
}

import "server-only";
import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { writeCheckpoint } from "@/lib/db/checkpoints";
import { beat } from "@/lib/db/worker-heartbeat";
import { settings } from "@/lib/settings";
import { bulk } from "./bulk";
import { checkRisks } from "./check-risks";
import { fileBacklog } from "./file-backlog";
import { freshLinks } from "./fresh-links";
import { purge } from "./purge";
import { purgeRequests } from "./purge-requests";
import { recogniseConfirmed } from "./recognise-address";
import { sendLetter } from "./send-letter";
import { sumEveryLedger } from "./sum-figures";
import { sweep } from "./sweep";
import { weeklyLetters } from "./weekly-letters";

export { atStart, crontab } from "./crontab";

const letterPayload = z.strictObject({ letterId: z.uuid(), organisationId: z.uuid() });
const riskPayload = z.strictObject({ requestId: z.uuid(), organisationId: z.uuid() });
const bulkPayload = z.strictObject({ runId: z.uuid(), organisationId: z.uuid() });
const freshLinksPayload = z.union([
  z.strictObject({ organisationId: z.uuid(), emailIndex: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ organisationId: z.uuid(), reference: z.string().max(16) }),
]);
const backlogPayload = z.strictObject({ importId: z.uuid(), organisationId: z.uuid() });
const confirmedPayload = z.strictObject({ organisationId: z.uuid(), requestId: z.uuid() });

/** Everything that happens by itself. A task is the door at which the clock is read; below it time is an argument. */
export function tasksAt(clock: () => Date): TaskList {
  return {
    send_letter: (payload, helpers) =>
      sendLetter(letterPayload.parse(payload), { ...settings(), lastTry: isLastTry(helpers) }, clock()),
    fresh_links: async (payload) => {
      await freshLinks(freshLinksPayload.parse(payload), clock());
    },
    recognise_address: async (payload) => {
      await recogniseConfirmed(confirmedPayload.parse(payload), clock());
    },
    check_risks: async (payload) => {
      await checkRisks(riskPayload.parse(payload), clock());
    },
    import_backlog: (payload) => fileBacklog(backlogPayload.parse(payload), clock()),
    bulk: (payload) => bulk(bulkPayload.parse(payload), clock()),
    sweep: async () => {
      await sweep(settings(), clock());
    },
    weekly_letters: async () => {
      await weeklyLetters(clock());
    },
    purge: () => purge(clock()),
    purge_requests: async () => {
      await purgeRequests(settings(), clock());
    },
    sum_figures: () => sumEveryLedger(clock()),
    heartbeat: () => beat(clock()),
    checkpoint: async () => {
      await writeCheckpoint(clock());
    },
  };
}

export const taskList = tasksAt(() => new Date());

function isLastTry({ job }: JobHelpers): boolean {
  return job.attempts >= job.max_attempts;
}

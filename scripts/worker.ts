// The second process of the portal: does what happens by itself and what was owed when a step was taken.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Logger, type RunnerOptions, run } from "graphile-worker";
import { settings } from "@/lib/settings";

// What the queue says about its own coming and going is of no use to anybody who runs a portal.
const logger = new Logger((scope) => (level, message) => {
  if (level === "error" || level === "warning")
    console.error(`worker${scope.label ? ` ${scope.label}` : ""}: ${message}`);
});

type Tasks = Required<Pick<RunnerOptions, "taskList">> &
  Pick<RunnerOptions, "crontab"> & { atStart?: readonly string[] };

async function tasks(): Promise<Tasks> {
  const file = join(import.meta.dirname, "../lib/jobs/task-list.ts");
  if (!existsSync(file)) return { taskList: {} };
  return (await import(pathToFileURL(file).href)) as Tasks;
}

const { ownerDatabaseUrl } = settings();
if (!ownerDatabaseUrl) throw new Error("HABEAS_OWNER_DATABASE_URL is not set: the queue belongs to the owner");
const { taskList, crontab, atStart = [] } = await tasks();
const runner = await run({
  connectionString: ownerDatabaseUrl,
  taskList,
  ...(crontab === undefined ? { parsedCronItems: [] } : { crontab }),
  logger,
  concurrency: 4,
  // Somebody who just asked waits for the letter: the queue also listens, this is for what was due meanwhile.
  pollInterval: 2_000,
});
// Whatever fell due while nothing ran is not left for the next turn of the clock.
for (const task of atStart) await runner.addJob(task, {}, { jobKey: task });
await runner.promise;

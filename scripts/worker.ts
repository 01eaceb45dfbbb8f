// The second process of the portal: does what happens by itself and what was owed when a step was taken.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type RunnerOptions, run } from "graphile-worker";
import { settings } from "@/lib/settings";

type Tasks = Required<Pick<RunnerOptions, "taskList">> & Pick<RunnerOptions, "crontab">;

async function tasks(): Promise<Tasks> {
  const file = join(import.meta.dirname, "../lib/jobs/task-list.ts");
  if (!existsSync(file)) return { taskList: {} };
  return (await import(pathToFileURL(file).href)) as Tasks;
}

const { ownerDatabaseUrl } = settings();
if (!ownerDatabaseUrl) throw new Error("HABEAS_OWNER_DATABASE_URL is not set: the queue belongs to the owner");
const { taskList, crontab } = await tasks();
const runner = await run({
  connectionString: ownerDatabaseUrl,
  taskList,
  ...(crontab === undefined ? {} : { crontab }),
  concurrency: 4,
  // Somebody who just asked waits for the letter: the queue also listens, this is for what was due meanwhile.
  pollInterval: 2_000,
});
await runner.promise;

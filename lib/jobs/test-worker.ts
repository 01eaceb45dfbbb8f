import { Logger, runOnce } from "graphile-worker";
import pg from "pg";
import { tasksAt } from "./task-list";

const quiet = new Logger(() => () => {});

/** Runs every job that is due in the queue, once, as the worker process does, at a time that the test chooses. */
export async function workOff(ownerUrl: string, now: Date): Promise<void> {
  await runOnce({
    connectionString: ownerUrl,
    taskList: tasksAt(() => now),
    logger: quiet,
    noPreparedStatements: true,
  });
}

/** Brings delayed jobs forward: the back-off is the queue's, and tests do not sleep. Returns how many wait. */
export async function hurry(ownerUrl: string): Promise<number> {
  const { rowCount } = await query(
    ownerUrl,
    "update graphile_worker._private_jobs set run_at = now() where locked_at is null",
  );
  return rowCount ?? 0;
}

export async function query(ownerUrl: string, text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

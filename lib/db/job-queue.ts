import "server-only";
import type { Scope } from "./organisation-scope";

/** Tasks that the app adds. The database takes no others from it (habeas_enqueue); the timetable's are the worker's own. */
export const queuedTasks = ["send_letter", "fresh_links"] as const;

/** Adds a job in this transaction: it exists exactly when the change does. A job of the same key is replaced. */
export async function enqueue(
  { tx }: Scope,
  task: (typeof queuedTasks)[number],
  payload: Record<string, string>,
  jobKey: string,
): Promise<void> {
  await tx.$executeRaw`select habeas_enqueue(${task}, ${JSON.stringify(payload)}::json, ${jobKey}, null)`;
}

/** Adds the job that sends this letter. */
export async function enqueueLetter(scope: Scope, letterId: string): Promise<void> {
  const payload = { letterId, organisationId: scope.organisationId };
  await enqueue(scope, "send_letter", payload, `letter:${letterId}`);
}

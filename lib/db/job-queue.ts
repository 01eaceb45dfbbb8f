import "server-only";
import type { Scope } from "./organisation-scope";

/** Tasks that the app adds. The database takes no others from it (habeas_enqueue); the timetable's are the worker's own. */
export const queuedTasks = [
  "send_letter",
  "fresh_links",
  "recognise_address",
  "check_risks",
  "import_backlog",
] as const;

/**
 * Adds a job in this transaction: it exists exactly when the change does. A job of the same key is replaced. `runAt` null:
 * at once.
 */
export async function enqueue(
  { tx }: Scope,
  task: (typeof queuedTasks)[number],
  payload: Record<string, string>,
  jobKey: string,
  runAt: Date | null = null,
): Promise<void> {
  await tx.$executeRaw`
    select habeas_enqueue(${task}, ${JSON.stringify(payload)}::json, ${jobKey}, ${runAt}::timestamptz)`;
}

/** Adds the job that sends this letter. */
export async function enqueueLetter(scope: Scope, letterId: string, runAt: Date | null = null): Promise<void> {
  const payload = { letterId, organisationId: scope.organisationId };
  await enqueue(scope, "send_letter", payload, `letter:${letterId}`, runAt);
}

/** Has the source asked whether the address, which was confirmed in this transaction, is on file. */
export async function enqueueRecognition(scope: Scope, requestId: string): Promise<void> {
  const payload = { requestId, organisationId: scope.organisationId };
  await enqueue(scope, "recognise_address", payload, `recognise:${requestId}`);
}

/** Adds the job that looks at what stands around this request: where nobody can watch how long it takes. */
export async function enqueueRiskCheck(scope: Scope, requestId: string): Promise<void> {
  const payload = { requestId, organisationId: scope.organisationId };
  await enqueue(scope, "check_risks", payload, `risks:${requestId}`);
}

/** Has the rows of a started import filed. */
export async function enqueueBacklog(scope: Scope, importId: string): Promise<void> {
  await enqueue(scope, "import_backlog", { importId, organisationId: scope.organisationId }, `backlog:${importId}`);
}

/**
 * Gives letters that should have left before `dueBefore` a job where theirs is gone: the worker was killed between, the
 * queue was emptied, or every try ended in a fault. Letters with a job that still has tries are left to it. Returns how
 * many there were.
 */
export async function enqueueLostLetters({ tx }: Scope, dueBefore: Date): Promise<number> {
  const [found] = await tx.$queryRaw<{ lost: number }[]>`
    select (count(*) filter (where habeas_enqueue_lost(
      'send_letter',
      json_build_object('letterId', l.id, 'organisationId', l.organisation_id),
      'letter:' || l.id
    )))::int as lost
    from letter l where l.status = 'queued' and l.leaves_at < ${dueBefore}`;
  return found?.lost ?? 0;
}

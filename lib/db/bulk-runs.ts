import "server-only";
import type { Refusal } from "@/lib/domain/refusal";
import type { Scope } from "./organisation-scope";

/** `state`: planned · running · done · undoing · undone. */
export type BulkRun = { id: string; step: string; assignTo: string | null; state: string };
/** `owner`: who has the request now. `ownerBefore`: who had it before this run gave it away. */
export type BulkRow = {
  place: number;
  requestId: string;
  seenVersion: number;
  owner: string | null;
  ownerBefore: string | null;
};

/** The next row that is not settled, locked for this transaction. Two workers never hold the same one. */
export async function nextBulkRow({ tx }: Scope, run: BulkRun): Promise<BulkRow | null> {
  const undo = run.state === "undoing";
  const [row] = await tx.$queryRaw<BulkRow[]>`
    select b.place, b.request_id as "requestId", b.seen_version as "seenVersion", r.assigned_to as "owner",
      b.owner_before as "ownerBefore"
    from bulk_row b join privacy_request r on r.id = b.request_id
    where b.run_id = ${run.id}::uuid
      and case when ${undo} then b.result = 'done' and b.undone is null else b.result is null end
    order by b.place limit 1 for update of b skip locked`;
  return row ?? null;
}

/** Writes the row's result, in the transaction of its step. */
export async function settleBulkRow(
  { tx }: Scope,
  run: BulkRun,
  row: BulkRow & { result: "done" | Refusal },
): Promise<void> {
  const { place, result, owner } = row;
  await tx.bulkRow.update({
    where: { runId_place: { runId: run.id, place } },
    data: run.state === "undoing" ? { undone: result } : { result, ownerBefore: owner },
  });
}

/** Adds the job that works the run off. */
export async function enqueueBulk({ tx, organisationId }: Scope, runId: string): Promise<void> {
  await tx.$executeRaw`select habeas_enqueue_bulk(${runId}::uuid, ${organisationId}::uuid)`;
}

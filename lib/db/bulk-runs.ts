import "server-only";
import { z } from "zod";
import type { BulkChange, BulkStep } from "@/lib/domain/bulk";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import type { Refusal } from "@/lib/domain/refusal";
import { openForInstance, sealForInstance } from "./field-encryption";
import { dayFromRow, dayToRow } from "./law-day";
import type { Scope } from "./organisation-scope";

/** What was written for a run that nobody took is held for a day, like every form. */
export const bulkWordsHours = 24;

/** `state`: planned · running · done · undoing · undone. */
export type BulkRun = {
  id: string;
  step: string;
  assignTo: string | null;
  until: Date | null;
  wakeOnReply: boolean;
  template: string | null;
  words: Uint8Array | null;
  state: string;
};

const place = (runId: string) => `bulk_run.words.${runId}`;

/** The columns that say what is done to each row. */
export function bulkColumns(runId: string, change: BulkChange) {
  const seal = (words: unknown) => sealForInstance("bulk", place(runId), JSON.stringify(words));
  switch (change.step) {
    case "assign":
      return { step: change.step, assignTo: change.to };
    case "note":
      return { step: change.step, words: seal({ note: change.words }) };
    case "message":
      return { step: change.step, template: change.template, words: seal({ texts: change.texts }) };
    case "snooze":
      return { step: change.step, until: dayToRow(change.until), wakeOnReply: change.wakeOnReply };
    default:
      return { step: change.step };
  }
}

const held = z.object({ note: z.string().default(""), texts: z.record(z.string(), z.string()).default({}) });

/** What is done to each row; null where its words are held no more. */
export function bulkChangeOf(run: BulkRun): BulkChange | null {
  const step = run.step as BulkStep;
  if (step === "assign") return { step, to: run.assignTo };
  if (step === "snooze") return run.until && { step, until: dayFromRow(run.until), wakeOnReply: run.wakeOnReply };
  if (step !== "note" && step !== "message") return { step };
  if (run.words === null) return null;
  const { note, texts } = held.parse(JSON.parse(openForInstance("bulk", place(run.id), run.words)));
  return step === "note" ? { step, words: note } : { step, template: run.template ?? "", texts };
}

/** `owner` and `snoozedUntil`: as the request is now. `ownerBefore`: who had it before this run gave it away. */
export type BulkRow = {
  place: number;
  requestId: string;
  seenVersion: number;
  owner: string | null;
  ownerBefore: string | null;
  snoozedUntil: CalendarDate | null;
};

/** The next row that is not settled, locked for this transaction. Two workers never hold the same one. */
export async function nextBulkRow({ tx }: Scope, run: BulkRun): Promise<BulkRow | null> {
  const undo = run.state === "undoing";
  const [row] = await tx.$queryRaw<(Omit<BulkRow, "snoozedUntil"> & { snoozedUntil: Date | null })[]>`
    select b.place, b.request_id as "requestId", b.seen_version as "seenVersion", r.assigned_to as "owner",
      b.owner_before as "ownerBefore", r.snoozed_until as "snoozedUntil"
    from bulk_row b join privacy_request r on r.id = b.request_id
    where b.run_id = ${run.id}::uuid
      and case when ${undo} then b.result = 'done' and b.undone is null else b.result is null end
    order by b.place limit 1 for update of b skip locked`;
  return row ? { ...row, snoozedUntil: row.snoozedUntil && dayFromRow(row.snoozedUntil) } : null;
}

/** Writes the row's result, in the transaction of its step. */
export async function settleBulkRow(
  { tx }: Scope,
  run: BulkRun,
  row: BulkRow & { result: "done" | Refusal },
): Promise<void> {
  const { place: at, result, owner } = row;
  await tx.bulkRow.update({
    where: { runId_place: { runId: run.id, place: at } },
    data: run.state === "undoing" ? { undone: result } : { result, ownerBefore: owner },
  });
}

/** Adds the job that works the run off. */
export async function enqueueBulk({ tx, organisationId }: Scope, runId: string): Promise<void> {
  await tx.$executeRaw`select habeas_enqueue_bulk(${runId}::uuid, ${organisationId}::uuid)`;
}

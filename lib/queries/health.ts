import "server-only";
import { database } from "@/lib/db/client";
import { lastBeatCounts } from "@/lib/db/worker-heartbeat";

export type Health = {
  status: "ok" | "down";
  database: "ok" | "read_only" | "away";
  /** `unknown`: no worker has said anything yet. Requests are taken all the same; their letters wait. */
  worker: "ok" | "silent" | "unknown";
  /** Letters to staff about no one request that could not be delivered: no request's page tells of them. Null: not known. */
  failedStaffLetters: number | null;
};

const patienceMs = 3_000;

/** Whether a request could be taken now: the database answers in time and can be written. */
export async function health(now: Date): Promise<Health> {
  const away: Health = { status: "down", database: "away", worker: "unknown", failedStaffLetters: null };
  try {
    return await Promise.race([ask(now), after(patienceMs, away)]);
  } catch {
    return away;
  }
}

async function ask(now: Date): Promise<Health> {
  const [row] = await database().$queryRaw<{ writable: boolean; failed: number }[]>`
    select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as writable,
      habeas_failed_staff_letters() as failed`;
  const beats = await lastBeatCounts(now);
  const worker = beats === null ? "unknown" : beats ? "ok" : "silent";
  const rest = { worker, failedStaffLetters: row?.failed ?? null } as const;
  return row?.writable ? { status: "ok", database: "ok", ...rest } : { status: "down", database: "read_only", ...rest };
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((settle) => setTimeout(settle, milliseconds, value).unref());
}

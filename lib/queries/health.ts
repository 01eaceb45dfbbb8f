import "server-only";
import { database } from "@/lib/db/client";
import { lastBeatCounts } from "@/lib/db/worker-heartbeat";

export type Health = {
  status: "ok" | "down";
  database: "ok" | "read_only" | "away";
  /** `unknown`: no worker has said anything yet. Requests are taken all the same; their letters wait. */
  worker: "ok" | "silent" | "unknown";
};

const patienceMs = 3_000;

/** Whether a request could be taken now: the database answers in time and can be written. */
export async function health(now: Date): Promise<Health> {
  const away: Health = { status: "down", database: "away", worker: "unknown" };
  try {
    return await Promise.race([ask(now), after(patienceMs, away)]);
  } catch {
    return away;
  }
}

async function ask(now: Date): Promise<Health> {
  const [row] = await database().$queryRaw<{ writable: boolean }[]>`
    select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off' as writable`;
  const beats = await lastBeatCounts(now);
  const worker = beats === null ? "unknown" : beats ? "ok" : "silent";
  return row?.writable ? { status: "ok", database: "ok", worker } : { status: "down", database: "read_only", worker };
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((settle) => setTimeout(settle, milliseconds, value).unref());
}

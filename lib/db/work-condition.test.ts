import { afterAll, beforeAll, expect, it } from "vitest";
import { openDesk } from "@/lib/commands/test-desk";
import { isWork } from "@/lib/domain/assignment";
import { calendarDate } from "@/lib/domain/calendar-date";
import { states } from "@/lib/domain/lifecycle";
import { type ProofStanding, proofStanding, proofStandings } from "@/lib/domain/request-proofs";
import { aReceipt, filedOn, someFacts } from "@/lib/domain/test-request";
import { Prisma } from "@/lib/generated/prisma/client";
import { inOrganisation } from "./organisation-scope";
import { viewCondition } from "./queue-conditions";

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const { sql, raw } = Prisma;
const confirmed = [{ kind: "contact_confirmed", on: filedOn }] as const;
// One right that has to be proven, beside one that needs the address alone.
const two = aReceipt({
  rights: [
    { right: "access", level: 2 },
    { right: "withdraw_consent", level: 1 },
  ],
});
const withProof: Readonly<Record<ProofStanding, Parameters<typeof someFacts>[0]>> = {
  none: { received: two },
  some: { received: two, proofs: confirmed },
  all: { received: two, proofs: [...confirmed, { kind: "data_points_matched", on: filedOn }] },
};
const every = states.flatMap((state) => proofStandings.map((proven) => ({ state, proven })));

/** What the queue's own condition, the condition of its index and that of the open tasks say of a row. */
async function inSql(state: string, proven: string): Promise<{ view: boolean; index: boolean }> {
  const actor = await desk.member("handler");
  const work = viewCondition("open", actor, { today: calendarDate("2026-12-04"), soonDays: 7 });
  return inOrganisation(desk.organisation.id, async ({ tx }) => {
    const [index] = await tx.$queryRaw<{ said: string }[]>`
      select pg_get_expr(indpred, indrelid) as said from pg_index where indexrelid = 'queue_work'::regclass`;
    const [row] = await tx.$queryRaw<{ view: boolean; index: boolean }[]>(sql`
      select (${work}) as view, (${raw(index?.said ?? "null")}) as index
      from (select ${state}::text as state, ${proven}::text as proven, null::date as snoozed_until) r`);
    if (!row) throw new Error("one row was asked for");
    return row;
  });
}

it.each(every)(
  "$state with proof of $proven: what is work is the same for the rules and for the queue",
  async (given) => {
    const facts = someFacts({ ...withProof[given.proven], state: given.state });
    expect(proofStanding(facts)).toBe(given.proven);
    const work = isWork(facts);
    expect(await inSql(given.state, given.proven)).toEqual({ view: work, index: work });
  },
);

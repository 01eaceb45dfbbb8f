import "server-only";
import { randomUUID } from "node:crypto";
import type { GatheredLetter } from "@/lib/domain/letters";
import { enqueueLetter } from "./job-queue";
import type { Scope } from "./organisation-scope";
import type { LetterFacts } from "./owed-letters";
import { staffReader } from "./staff-reader";

/**
 * `requests`: of how many it tells; `contested`: in how many of them the date is that of an appeal or a complaint. `taken`: a worker
 * has it in hand, and nothing is added any more.
 */
export type GatheredFacts = LetterFacts & { requests: number; contested: number; taken: boolean };

export type Gathering = { kind: GatheredLetter; staffId: string; requests: number; contested: number };

// So long a letter waits for what the same sweep still finds.
const gatheringTime = 5 * 60_000;

/**
 * Owes each reader one letter about many requests: what was noticed at the same moment goes into the same letter, while it
 * has not been taken to be sent. In the transaction of the events: who is told of nothing was noticed of nothing.
 */
export async function gatherLetters(scope: Scope, owed: readonly Gathering[], at: Date): Promise<void> {
  // In one order, so that two sweeps at once wait for each other and never in a circle.
  const inOrder = owed.map((one) => ({ ...one, cause: `${one.kind}:${at.toISOString()}:${one.staffId}` }));
  inOrder.sort((left, right) => (left.cause < right.cause ? -1 : 1));
  for (const one of inOrder) {
    for (let letter = 1; !(await addTo(scope, { ...one, cause: `${one.cause}:${letter}` }, at)); ) letter += 1;
  }
}

/** False where the letter of this cause is on its way. */
async function addTo(scope: Scope, owed: Gathering & { cause: string }, at: Date): Promise<boolean> {
  const { kind, staffId, requests, contested, cause } = owed;
  const id = randomUUID();
  const facts: GatheredFacts = { seq: 0, messageId: null, requests, contested, taken: false };
  const leavesAt = new Date(at.getTime() + gatheringTime);
  const [written] = await scope.tx.$queryRaw<{ id: string }[]>`
    insert into letter (id, organisation_id, staff_id, kind, audience, facts, cause, status, message_id, queued_at, leaves_at)
    values (${id}::uuid, ${scope.organisationId}::uuid, ${staffId}::uuid, ${kind}, 'staff', ${JSON.stringify(facts)}::jsonb,
      ${cause}, 'queued', ${id}, ${at}, ${leavesAt})
    on conflict (organisation_id, cause) do update
      set facts = letter.facts || jsonb_build_object('requests', (letter.facts ->> 'requests')::int + ${requests}::int,
        'contested', coalesce((letter.facts ->> 'contested')::int, 0) + ${contested}::int)
      where letter.status = 'queued' and not (letter.facts ->> 'taken')::boolean
    returning id`;
  if (written?.id === id) await enqueueLetter(scope, id, leavesAt);
  return written !== undefined;
}

/** A letter about many requests. `to` is null when nobody is left who could read it. */
export type GatheredMail = {
  id: string;
  kind: GatheredLetter;
  requests: number;
  contested: number;
  to: string | null;
};

/** Takes it to be sent: from here on nothing is added. Null when there is none of this kind, or it was settled. */
export async function takeGathered(scope: Scope, letterId: string): Promise<GatheredMail | null> {
  // Whoever adds to it holds the row for that long.
  const [row] = await scope.tx.$queryRaw<
    { kind: GatheredLetter; staffId: string; requests: number; contested: number }[]
  >`
    update letter set facts = jsonb_set(facts, '{taken}', 'true')
    where id = ${letterId}::uuid and facts ? 'requests' and status in ('queued', 'held')
    returning kind, staff_id as "staffId", (facts ->> 'requests')::int as requests,
      coalesce((facts ->> 'contested')::int, 0) as contested`;
  if (!row) return null;
  const { kind, staffId, requests, contested } = row;
  return { id: letterId, kind, requests, contested, to: await staffReader(scope, staffId) };
}

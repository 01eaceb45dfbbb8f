import "server-only";
import { randomUUID } from "node:crypto";
import { type CalendarDate, calendarDate } from "@/lib/domain/calendar-date";
import type { WeeklyLetter } from "@/lib/domain/letters";
import { readsWeekly, type Week } from "@/lib/domain/weekly-letter";
import { enqueueLetter } from "./job-queue";
import { dayToRow } from "./law-day";
import { membersOf } from "./memberships";
import type { Scope } from "./organisation-scope";
import type { LetterFacts } from "./owed-letters";

/** `lastDay`: of the week whose figures it links to. */
export type WeeklyFacts = LetterFacts & { lastDay: CalendarDate };

/** A letter of the week, ready to be written. */
export type WeeklyMail = { id: string; kind: WeeklyLetter; lastDay: CalendarDate; staffId: string; to: string };

const kind: WeeklyLetter = "staff_weekly";

/**
 * Takes the week for this transaction; false where it was taken before. Whoever comes at the same moment waits for the first
 * to end, and takes the week only where that one failed.
 */
export async function takeWeek({ tx, organisationId }: Scope, { last }: Week, now: Date): Promise<boolean> {
  const { count } = await tx.toldWeek.createMany({
    data: { organisationId, lastDay: dayToRow(last), toldAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

/** Owes everybody who reads it the letter of this week. What is left of earlier weeks' is dropped. Returns how many. */
export async function oweWeeklyLetters(scope: Scope, { last }: Week, now: Date): Promise<number> {
  const readers = (await weeklyReaders(scope)).map(({ id }) => id);
  const { tx, organisationId } = scope;
  // A newer letter says all that an older one would have.
  await tx.letter.updateMany({
    where: { kind, staffId: { in: readers }, status: { in: ["queued", "held", "failed"] } },
    data: { status: "dropped", lastError: null },
  });
  const facts: WeeklyFacts = { seq: 0, messageId: null, lastDay: last };
  for (const staffId of readers) {
    const id = randomUUID();
    const cause = `${kind}:${last}:${staffId}`;
    await tx.letter.create({
      data: {
        id,
        organisationId,
        staffId,
        kind,
        audience: "staff",
        facts,
        cause,
        status: "queued",
        messageId: id,
        queuedAt: now,
        leavesAt: now,
      },
    });
    await enqueueLetter(scope, id);
  }
  return readers.length;
}

/** The letter, for whoever sends it. Null when there is none of this kind, it was settled, or its reader reads it no more. */
export async function takeWeeklyLetter(scope: Scope, letterId: string): Promise<WeeklyMail | null> {
  const [row] = await scope.tx.$queryRaw<{ staffId: string; lastDay: string }[]>`
    select staff_id as "staffId", facts ->> 'lastDay' as "lastDay" from letter
    where id = ${letterId}::uuid and kind = ${kind} and status in ('queued', 'held') for update`;
  if (!row) return null;
  const { staffId, lastDay } = row;
  // Asked again: between Monday morning and the mail server's yes somebody may have left, or said that it is enough.
  const reader = (await weeklyReaders(scope)).find(({ id }) => id === staffId);
  if (reader) return { id: letterId, kind, lastDay: calendarDate(lastDay), staffId, to: reader.email };
  await scope.tx.letter.update({ where: { id: letterId }, data: { status: "dropped" } });
  return null;
}

async function weeklyReaders(scope: Scope): Promise<{ id: string; email: string }[]> {
  const members = await membersOf(scope);
  return members.filter(
    ({ disabled, roles, weeklyLetter }) => !disabled && readsWeekly({ roles, chosen: weeklyLetter }),
  );
}

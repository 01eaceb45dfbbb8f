import "server-only";
import { randomUUID } from "node:crypto";
import type { StaffRole } from "@/lib/domain/actor";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import { type LetterKind, noticeOf, type StaffAudience } from "@/lib/domain/letters";
import type { State } from "@/lib/domain/lifecycle";
import type { RequestFacts } from "@/lib/domain/request";
import { enqueueLetter } from "./job-queue";
import type { Scope } from "./organisation-scope";

/** Letter facts that are safe in the clear: the worker loads everything else fresh by id. */
export type LetterFacts = { seq: number; messageId: string | null };

type Owed = { kind: LetterKind; audience: "person" | "staff"; staffId: string | null; cause: string };

/** Writes the letters that an event owes and the jobs that send them, in the event's own transaction. */
export async function oweLetters(
  scope: Scope,
  request: { id: string; facts: RequestFacts },
  recorded: RecordedEvent,
  before: State | null,
): Promise<void> {
  const notice = noticeOf(recorded.event, before, request.facts.state);
  for (const kind of notice.person) {
    if (kind === "confirm_address" && (await isFlooded(scope, request.id, recorded.at))) continue;
    await owe(scope, request, recorded, { kind, audience: "person", staffId: null, cause: `${recorded.id}:${kind}` });
  }
  for (const { letter, to } of notice.staff) {
    for (const staffId of await readers(scope, request.facts.assignedTo, to)) {
      const cause = `${recorded.id}:${letter}:${staffId}`;
      await owe(scope, request, recorded, { kind: letter, audience: "staff", staffId, cause });
    }
  }
}

/** Whoever files in a stranger's name shall not fill that stranger's mailbox: this many confirming letters a day. */
const confirmLettersPerDay = 3;

// Like fresh links, the request itself is kept and visible; only the letter is not written (ATK-M7).
async function isFlooded({ tx }: Scope, requestId: string, now: Date): Promise<boolean> {
  const row = await tx.privacyRequest.findUniqueOrThrow({ where: { id: requestId }, select: { emailIndex: true } });
  if (row.emailIndex === null) return false;
  const since = new Date(now.getTime() - 86_400_000);
  const { emailIndex } = row;
  const written = await tx.letter.count({
    where: { kind: "confirm_address", queuedAt: { gt: since }, request: { emailIndex } },
  });
  return written >= confirmLettersPerDay;
}

/** A letter that no event owes: the fresh link that the person asked for. `cause` makes it one of its kind. */
export async function oweFreshLink(
  scope: Scope,
  request: { id: string; facts: RequestFacts },
  cause: string,
  now: Date,
): Promise<void> {
  const recorded = { at: now, seq: request.facts.version, event: null };
  await owe(scope, request, recorded, { kind: "fresh_link", audience: "person", staffId: null, cause });
}

async function owe(
  scope: Scope,
  request: { id: string; facts: RequestFacts },
  recorded: { at: Date; seq: number; event: DomainEvent | null },
  owed: Owed,
): Promise<void> {
  const id = randomUUID();
  const facts: LetterFacts = { seq: recorded.seq, messageId: messageOf(recorded.event) };
  await scope.tx.letter.create({
    data: {
      id,
      organisationId: scope.organisationId,
      requestId: request.id,
      staffId: owed.staffId,
      kind: owed.kind,
      audience: owed.audience,
      facts,
      cause: owed.cause,
      status: "queued",
      messageId: id,
      queuedAt: recorded.at,
    },
  });
  await enqueueLetter(scope, id);
}

function messageOf(event: DomainEvent | null): string | null {
  return event && "messageId" in event ? event.messageId : null;
}

async function readers({ tx, organisationId }: Scope, assignedTo: string | null, to: StaffAudience): Promise<string[]> {
  const members = await tx.membership.findMany({ where: { organisationId } });
  const holding = (role: StaffRole) =>
    members.filter(({ roles }) => roles.includes(role)).map(({ staffId }) => staffId);
  // Whoever left is told nothing, and what was theirs is told to those who are still there.
  const assignee = members.filter(({ staffId }) => staffId === assignedTo).map(({ staffId }) => staffId);
  const owner = [assignee, holding("handler"), holding("dpo"), holding("administrator")].find(
    ({ length }) => length > 0,
  );
  return [...new Set([...(owner ?? []), ...(to === "owner_and_dpo" ? holding("dpo") : [])])];
}

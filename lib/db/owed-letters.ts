import "server-only";
import { randomUUID } from "node:crypto";
import { judgesOf } from "@/lib/domain/contest";
import { decidersOf } from "@/lib/domain/contest-readers";
import type { DomainEvent, RecordedEvent } from "@/lib/domain/events";
import { canonicalEmail } from "@/lib/domain/filing";
import { dposOf, mentionedAndActing, readersOf } from "@/lib/domain/letter-readers";
import { isGathered, type LetterKind, noticeOf, type PersonLetter, type StaffAudience } from "@/lib/domain/letters";
import type { State } from "@/lib/domain/lifecycle";
import type { RequestFacts } from "@/lib/domain/request";
import { type DataKey, sealText } from "./field-encryption";
import { type Gathering, gatherLetters } from "./gathered-letters";
import { enqueueLetter } from "./job-queue";
import { blindIndex } from "./key-ring";
import { placeForOther, placeInLine } from "./letters-a-day";
import { membersOf } from "./memberships";
import type { Scope } from "./organisation-scope";

/** Letter facts that are safe in the clear: the worker loads everything else fresh by id. */
export type LetterFacts = { seq: number; messageId: string | null; task?: string };

/** An address that is not the request's, sealed, and the keyed hash by which its letters are counted. */
type OtherAddress = { sealed: Uint8Array<ArrayBuffer>; index: string };
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
    await owe(scope, request, recorded, { kind, audience: "person", staffId: null, cause: `${recorded.id}:${kind}` });
  }
  const { assignedTo } = request.facts;
  const concerned = { requestId: request.id, assignedTo, judges: judgesOf(request.facts) };
  await oweGathered(scope, [{ ...concerned, event: recorded.event, state: before }], recorded);
  for (const { letter, to } of notice.staff) {
    if (isGathered(letter)) continue;
    for (const staffId of await readers(scope, concerned, to, recorded)) {
      const cause = `${recorded.id}:${letter}:${staffId}`;
      await owe(scope, request, recorded, { kind: letter, audience: "staff", staffId, cause });
    }
  }
}

/**
 * Tells the DPO that a request is nobody's because everybody to whom a rule would give it is away. No event owes it: that
 * somebody is away is not of the request.
 */
export async function oweNobodyThere(
  scope: Scope,
  request: { id: string; facts: RequestFacts },
  recorded: RecordedEvent,
): Promise<void> {
  const kind = "staff_nobody_there";
  for (const staffId of dposOf(await membersOf(scope), recorded.day)) {
    await owe(scope, request, recorded, {
      kind,
      audience: "staff",
      staffId,
      cause: `${recorded.id}:${kind}:${staffId}`,
    });
  }
}

/** Who is concerned by a request: its owner, and those who may not decide what is said against its answer. */
type Concerned = { requestId: string; assignedTo: string | null; judges: readonly string[] };

/** What these events owe of letters that tell of many requests at once; `state`: of the request, which they leave as it is. */
export async function oweGathered(
  scope: Scope,
  happened: readonly (Concerned & { event: DomainEvent; state: State | null })[],
  { at, day }: Pick<RecordedEvent, "at" | "day">,
): Promise<void> {
  const owed = happened.flatMap(({ event, state, ...concerned }) => {
    const { staff } = state ? noticeOf(event, state, state) : { staff: [] };
    return staff.flatMap(({ letter, to }) =>
      isGathered(letter) && to !== "mentioned" ? [{ kind: letter, to, ...concerned }] : [],
    );
  });
  if (owed.length === 0) return;
  const team = await membersOf(scope);
  const gathered = new Map<string, Gathering>();
  // A sweep brings a thousand requests of a few owners: who reads is asked once for each of these.
  const known = new Map<string, readonly string[]>();
  // A request that has several dates near is one request all the same.
  const counted = new Set<string>();
  const once = (...of: readonly string[]) => counted.size < counted.add(of.join(" ")).size;
  for (const { kind, to, requestId, assignedTo, judges } of owed) {
    const about = [to, assignedTo, ...(to === "deciders" ? judges : [])].join(" ");
    const readers = known.get(about) ?? readersAmong(to, team, { assignedTo, judges, day });
    known.set(about, readers);
    for (const staffId of readers) {
      const { requests, contested } = gathered.get(kind + staffId) ?? { requests: 0, contested: 0 };
      gathered.set(kind + staffId, {
        ...{ kind, staffId },
        requests: requests + (once(kind, staffId, requestId) ? 1 : 0),
        contested: contested + (to === "deciders" && once(to, kind, staffId, requestId) ? 1 : 0),
      });
    }
  }
  await gatherLetters(scope, [...gathered.values()], at);
}

/**
 * A letter to another address than the request's: the person of an agent, a new address, the old one. The address is sealed
 * with the request's key. Returns the letter's id, by which its link finds its way back.
 */
export async function oweLetterTo(
  scope: Scope,
  request: { id: string; facts: RequestFacts; key: DataKey },
  letter: { kind: PersonLetter; address: string; cause: string },
  now: Date,
): Promise<string> {
  const recorded = { at: now, seq: request.facts.version, event: null };
  const { kind, cause, address } = letter;
  return owe(scope, request, recorded, { kind, audience: "person", staffId: null, cause }, (id) => ({
    sealed: sealText(request.key, `letter.address.${id}`, address),
    index: blindIndex(scope.organisationId, "email", canonicalEmail(address)),
  }));
}

/** A letter that no event owes: the code that the person asked for, to open the answer. */
export async function oweDeliveryCode(
  scope: Scope,
  request: { id: string; facts: RequestFacts },
  now: Date,
): Promise<void> {
  const recorded = { at: now, seq: request.facts.version, event: null };
  const cause = `delivery_code:${randomUUID()}`;
  await owe(scope, request, recorded, { kind: "delivery_code", audience: "person", staffId: null, cause });
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
  addressFor: ((letterId: string) => OtherAddress) | null = null,
): Promise<string> {
  const id = randomUUID();
  const { kind } = owed;
  const other = addressFor?.(id) ?? null;
  const { leavesAt, crowdedOut } = other
    ? await placeForOther(scope, { kind, addressIndex: other.index }, recorded.at)
    : await placeInLine(scope, { kind, request }, recorded.at);
  const facts: LetterFacts = { seq: recorded.seq, messageId: messageOf(recorded.event) };
  await scope.tx.letter.create({
    data: {
      id,
      organisationId: scope.organisationId,
      requestId: request.id,
      staffId: owed.staffId,
      kind,
      audience: owed.audience,
      facts,
      cause: owed.cause,
      address: other?.sealed ?? null,
      addressIndex: other?.index ?? null,
      status: "queued",
      messageId: id,
      queuedAt: recorded.at,
      leavesAt,
      crowdedOut,
    },
  });
  await enqueueLetter(scope, id, leavesAt > recorded.at ? leavesAt : null);
  return id;
}

function messageOf(event: DomainEvent | null): string | null {
  return event && "messageId" in event ? (event.messageId ?? null) : null;
}

function readersAmong(
  to: Exclude<StaffAudience, "mentioned">,
  team: Parameters<typeof readersOf>[1],
  about: Omit<Concerned, "requestId"> & Pick<RecordedEvent, "day">,
): readonly string[] {
  return to === "deciders" ? decidersOf(team, about) : readersOf(to, team, about);
}

async function readers(
  scope: Scope,
  concerned: Concerned,
  to: StaffAudience,
  { event, day }: Pick<RecordedEvent, "event" | "day">,
): Promise<readonly string[]> {
  if (to !== "mentioned") return readersAmong(to, await membersOf(scope), { ...concerned, day });
  // The event names only whom this organisation lets read notes; nobody needs no letter.
  const mentions = event.type === "NoteAdded" ? (event.mentions ?? []) : [];
  return mentions.length === 0 ? [] : mentionedAndActing(mentions, await membersOf(scope), day);
}

import "server-only";
import type { LetterKind, PersonLetter } from "@/lib/domain/letters";
import type { RequestFacts } from "@/lib/domain/request";
import { enqueueLetter } from "./job-queue";
import type { Scope } from "./organisation-scope";

// What a person can have us write to an address that is not the request's.
const toOthers: readonly LetterKind[] = ["confirm_agent", "confirm_new_address"] satisfies PersonLetter[];

/** So many letters reach an address in 24 hours before anybody showed that it is theirs (ATK-M7). */
export const lettersADay = 3;

const day = 86_400_000;
// A letter this close to leaving may be in a worker's hands already, and keeps its place.
const leaving = 60_000;

// What anybody can set off by filing in somebody's name. What a member of staff writes was decided by a person and waits
// for nobody; fresh links have limits of their own.
const ofRequests: readonly LetterKind[] = ["confirm_address", "received"] satisfies PersonLetter[];
const ofTime: readonly LetterKind[] = ["confirmation_reminder", "lapsed"] satisfies PersonLetter[];
const setOffByAnybody = [...ofRequests, ...ofTime];

/** `crowdedOut`: it never leaves by itself; the job that would send it writes that down where staff see it. */
export type PlaceInLine = { leavesAt: Date; crowdedOut: boolean };

/**
 * The place of a letter that is owed now: at once, or when its address has room again, within 24 hours. Where all those
 * places are taken, the newest takes the oldest waiting letter's, so that no flood of filings puts off the request that
 * somebody makes today; letters that only time sets off give way first, and take no place from a new request.
 */
export async function placeInLine(
  scope: Scope,
  letter: { kind: LetterKind; request: { id: string; facts: RequestFacts } },
  now: Date,
): Promise<PlaceInLine> {
  const { tx } = scope;
  const { kind, request } = letter;
  const atOnce = { leavesAt: now, crowdedOut: false };
  if (!setOffByAnybody.includes(kind) || request.facts.confirmedOn !== null) return atOnce;
  const { emailIndex } = await tx.privacyRequest.findUniqueOrThrow({
    where: { id: request.id },
    select: { emailIndex: true },
  });
  if (emailIndex === null) return atOnce;
  // Filings at the same moment must not all find the same room.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${emailIndex}, 3))`;
  // What the owner of the mailbox asked for and confirmed takes nobody's place, and lets no stranger write more.
  const ofStrangers = { emailIndex, proofs: { none: { kind: "contact_confirmed" } } };
  const inLine = await tx.letter.findMany({
    where: { kind: { in: [...setOffByAnybody] }, crowdedOut: false, request: ofStrangers },
    orderBy: [{ leavesAt: "desc" }, { id: "desc" }],
    take: lettersADay,
    select: { id: true, kind: true, status: true, leavesAt: true },
  });
  const third = inLine[lettersADay - 1];
  if (!third) return atOnce;
  const soon = now.getTime() + leaving;
  if (third.leavesAt.getTime() <= soon) {
    return { leavesAt: new Date(Math.max(now.getTime(), third.leavesAt.getTime() + day)), crowdedOut: false };
  }
  const waiting = inLine.filter(({ status }) => status === "queued").reverse();
  const yields = waiting.find((one) => ofTime.includes(one.kind as LetterKind));
  const gives = yields ?? (ofRequests.includes(kind) ? waiting[0] : undefined);
  if (!gives) return { leavesAt: now, crowdedOut: true };
  await tx.letter.update({ where: { id: gives.id }, data: { crowdedOut: true } });
  await enqueueLetter(scope, gives.id);
  return { leavesAt: gives.leavesAt, crowdedOut: false };
}

/**
 * The place of a letter to another address than the request's. It has room for few a day, whoever asks and however many
 * requests they ask from (ATK-M7); what is too much never leaves, and staff see that. `addressIndex` is a keyed hash.
 */
export async function placeForOther(
  { tx }: Scope,
  { kind, addressIndex }: { kind: LetterKind; addressIndex: string },
  now: Date,
): Promise<PlaceInLine> {
  if (!toOthers.includes(kind)) return { leavesAt: now, crowdedOut: false };
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${addressIndex}, 5))`;
  const today = await tx.letter.count({
    where: {
      addressIndex,
      kind: { in: [...toOthers] },
      crowdedOut: false,
      leavesAt: { gt: new Date(now.getTime() - day) },
    },
  });
  return { leavesAt: now, crowdedOut: today >= lettersADay };
}

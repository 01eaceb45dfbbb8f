import "server-only";
import type { LetterKind, PersonLetter } from "@/lib/domain/letters";
import type { RequestFacts } from "@/lib/domain/request";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Scope } from "./organisation-scope";

/** So many letters reach an address in 24 hours before anybody showed that it is theirs (ATK-M7). */
export const lettersADay = 3;

const day = 86_400_000;

// What anybody can set off by filing in somebody's name. What a member of staff writes was decided by a person and waits
// for nobody; fresh links have limits of their own.
const setOffByAnybody: ReadonlySet<LetterKind> = new Set<PersonLetter>([
  "confirm_address",
  "confirmation_reminder",
  "lapsed",
  "received",
]);

// "Received" after a confirmation was set off by whoever reads the mailbox.
const counted: Prisma.LetterWhereInput = {
  OR: [
    { kind: { in: ["confirm_address", "confirmation_reminder", "lapsed"] } },
    { kind: "received", request: { proofs: { none: { kind: "contact_confirmed" } } } },
  ],
};

/**
 * When a letter that is owed now may leave: at once, or as soon as the address has room again. It is owed either way, and
 * nothing of the request waits for it.
 */
export async function leavesAt(
  { tx }: Scope,
  letter: { kind: LetterKind; request: { id: string; facts: RequestFacts } },
  now: Date,
): Promise<Date> {
  const { kind, request } = letter;
  if (!setOffByAnybody.has(kind) || request.facts.confirmedOn !== null) return now;
  const { emailIndex } = await tx.privacyRequest.findUniqueOrThrow({
    where: { id: request.id },
    select: { emailIndex: true },
  });
  if (emailIndex === null) return now;
  // Filings at the same moment must not all find the same room.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${emailIndex}, 3))`;
  const [last] = await tx.letter.findMany({
    where: { AND: [counted, { request: { emailIndex } }] },
    orderBy: { leavesAt: "desc" },
    skip: lettersADay - 1,
    take: 1,
    select: { leavesAt: true },
  });
  return last ? new Date(Math.max(now.getTime(), last.leavesAt.getTime() + day)) : now;
}

import "server-only";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { oweFreshLink } from "@/lib/db/owed-letters";
import { loadRequest } from "@/lib/db/request-store";
import type { SystemActor } from "@/lib/domain/actor";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Whoever types somebody else's address a hundred times fills no mailbox. After this: silence. */
const freshLinkLimits = { perDay: 3, minutesBetween: 10 } as const;

const confirmation = { where: { kind: "contact_confirmed" }, select: { id: true }, take: 1 } as const;

/**
 * Owes a fresh link for requests of one address, or for the one request named: at most three letters for each address
 * within a day and one ask in ten minutes, counted apart for requests that the owner of the mailbox confirmed. Those come
 * first, then who still waits for one, newest first. Returns how many letters it owes now.
 */
export async function oweFreshLinks(
  actor: SystemActor,
  input: { organisation: Organisation; of: { emailIndex: string } | { reference: string } },
  now: Date,
): Promise<number> {
  const { organisation, of } = input;
  return inOrganisation(actor.organisationId, async (scope) => {
    const emailIndex = "emailIndex" in of ? of.emailIndex : await addressOf(scope, of.reference);
    if (!emailIndex) return 0;
    // Two asks at once, by address and by reference, must not both find room.
    await scope.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${emailIndex}, 2))`;
    const room = await roomFor(scope, emailIndex, now);
    const wanted = "reference" in of ? { reference: of.reference } : {};
    const ids = await nextInLine(scope, { emailIndex, ...wanted }, room, now);
    for (const id of ids) {
      const stored = await loadRequest(scope, organisation, { id });
      if (!stored) continue;
      await oweFreshLink(scope, stored, `fresh_link:${id}:${now.toISOString()}`, now);
    }
    return ids.length;
  });
}

async function addressOf({ tx }: Scope, reference: string): Promise<string | null> {
  const row = await tx.privacyRequest.findUnique({ where: { reference }, select: { emailIndex: true } });
  return row?.emailIndex ?? null;
}

/** Letters that may leave now: to confirmed requests, and to any. */
type Room = { confirmed: number; any: number };

// Whoever confirmed shares no room with strangers who file at their address: those starve nobody but each other (ATK-M7).
async function roomFor({ tx }: Scope, emailIndex: string, now: Date): Promise<Room> {
  const letters = await tx.letter.findMany({
    where: { kind: "fresh_link", queuedAt: { gt: dayBefore(now) }, request: { emailIndex } },
    select: { queuedAt: true, request: { select: { proofs: confirmation } } },
  });
  const left = (counted: typeof letters) => {
    const pause = freshLinkLimits.minutesBetween * 60_000;
    if (counted.some(({ queuedAt }) => now.getTime() - queuedAt.getTime() < pause)) return 0;
    return Math.max(0, freshLinkLimits.perDay - counted.length);
  };
  return { confirmed: left(letters.filter(({ request }) => request?.proofs.length)), any: left(letters) };
}

async function nextInLine(
  { tx }: Scope,
  of: Pick<Prisma.PrivacyRequestWhereInput, "emailIndex" | "reference">,
  room: Room,
  now: Date,
): Promise<string[]> {
  const rows = await tx.privacyRequest.findMany({
    where: { ...of, wrappedKey: { not: null } },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      proofs: confirmation,
      letters: { where: { kind: "fresh_link", queuedAt: { gt: dayBefore(now) } }, select: { id: true }, take: 1 },
    },
  });
  const line = [...rows].sort((left, right) => left.letters.length - right.letters.length);
  const confirmed = line.filter(({ proofs }) => proofs.length > 0).slice(0, room.confirmed);
  const others = line.filter(({ proofs }) => proofs.length === 0).slice(0, Math.max(0, room.any - confirmed.length));
  return [...confirmed, ...others].map(({ id }) => id);
}

function dayBefore(now: Date): Date {
  return new Date(now.getTime() - 86_400_000);
}

import "server-only";
import { database } from "@/lib/db/client";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { personSessionLimits } from "@/lib/db/person-sessions";
import type { SystemActor } from "@/lib/domain/actor";

/** Typed and not sent: kept for a day (GDPR Art. 5(1)(e); said on the portal's front page). */
export const keptFormHours = 24;

export type Purged = { keptForms: number; challenges: number; sessions: number };

/** Takes away what has ended in one organisation: typed forms, links and codes, browsers' sessions. */
export async function purgeExpired(actor: SystemActor, now: Date): Promise<Purged> {
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  return inOrganisation(actor.organisationId, async ({ tx }) => {
    const forms = await tx.keptForm.deleteMany({ where: { keptAt: { lt: ago(keptFormHours) } } });
    const challenges = await tx.challenge.deleteMany({ where: { expiresAt: { lt: now } } });
    const sessions = await tx.personSession.deleteMany({
      where: { createdAt: { lt: ago(personSessionLimits.totalHours) } },
    });
    return { keptForms: forms.count, challenges: challenges.count, sessions: sessions.count };
  });
}

/** Counters of the rate limits belong to nobody: hashes and numbers. Returns how many went. */
export async function purgeRateCounts(now: Date): Promise<number> {
  const { count } = await database().rateCount.deleteMany({ where: { expiresAt: { lt: now } } });
  return count;
}

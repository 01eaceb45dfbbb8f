import "server-only";
import { bulkWordsHours } from "@/lib/db/bulk-runs";
import { keptFormHours } from "@/lib/db/kept-forms";
import { inOrganisation } from "@/lib/db/organisation-scope";
import { personSessionLimits } from "@/lib/db/person-sessions";
import type { SystemActor } from "@/lib/domain/actor";
import { backlogHours } from "@/lib/domain/backlog/import";
import { riskThresholds } from "@/lib/domain/risk-signals";

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
    await tx.backlogImport.updateMany({
      where: { at: { lt: ago(backlogHours) }, body: { not: null } },
      data: { body: null },
    });
    await tx.bulkRun.updateMany({
      where: { createdAt: { lt: ago(bulkWordsHours) }, words: { not: null }, state: { not: "running" } },
      data: { words: null },
    });
    // A token that has ended is refused by its date; nobody needs to know any more that it was used.
    await tx.spentToken.deleteMany({ where: { expiresAt: { lt: now } } });
    await tx.presence.deleteMany({ where: { until: { lt: now } } });
    // Which network a request came from tells something for days, not for years.
    await tx.privacyRequest.updateMany({
      where: { sourceIndex: { not: null }, receivedAt: { lt: ago(riskThresholds.days * 24) } },
      data: { sourceIndex: null },
    });
    return { keptForms: forms.count, challenges: challenges.count, sessions: sessions.count };
  });
}

import "server-only";
import type { PresenceRow } from "@/lib/domain/presence";
import type { Scope } from "./organisation-scope";

type Sign = { requestId: string; staffId: string; activity: string; now: Date; until: Date };

/** Writes that somebody is there until then. Whoever was there before and went away begins anew. */
export async function keepPresent({ tx, organisationId }: Scope, sign: Sign): Promise<void> {
  const { requestId, staffId, activity, now, until } = sign;
  await tx.$executeRaw`
    insert into presence (organisation_id, request_id, staff_id, activity, since, until)
    values (${organisationId}::uuid, ${requestId}::uuid, ${staffId}::uuid, ${activity}, ${now}, ${until})
    on conflict (request_id, staff_id, activity) do update set until = excluded.until,
      since = case when presence.until <= excluded.since then excluded.since else presence.since end`;
}

/** Who else is there, by what they do. */
export function othersPresent(
  { tx }: Scope,
  at: { requestId: string; staffId: string; now: Date },
): Promise<PresenceRow[]> {
  const { requestId, staffId, now } = at;
  return tx.presence.findMany({
    where: { requestId, staffId: { not: staffId }, until: { gt: now } },
    select: { staffId: true, activity: true, since: true },
  });
}

import "server-only";
import { inTurn } from "@/lib/db/in-turn";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { recordChange } from "@/lib/db/record-change";
import { loadRequest, todayAt } from "@/lib/db/request-store";
import { rolesOf, type SystemActor } from "@/lib/domain/actor";
import { localDay } from "@/lib/domain/calendar-date";
import { filesDue } from "@/lib/domain/file-retention";
import { mayTake } from "@/lib/domain/lifecycle";
import { type Refused, refuse } from "@/lib/domain/refusal";

/**
 * Destroys the keys and names of those files of one request whose time is over: identity papers and files of the answer.
 * Event and destruction are one transaction; the bytes cannot be read from then on and are taken off the disk by the
 * job. Returns how many files it were. Repeating it changes nothing.
 */
export async function destroyFiles(
  actor: SystemActor,
  { organisation, requestId }: { organisation: Organisation; requestId: string },
  now: Date,
): Promise<{ ok: true; destroyed: number } | Refused> {
  if (!mayTake("destroy_files", rolesOf(actor))) return refuse("not_your_role");
  if (actor.organisationId !== organisation.id) return refuse("not_found");
  const done = await inTurn(() =>
    inOrganisation(organisation.id, async (scope) => {
      const stored = await loadRequest(scope, organisation, { id: requestId });
      if (!stored) return refuse("not_found");
      const rows = await scope.tx.storedFile.findMany({ where: { requestId, fileKey: { not: null } } });
      const { timeZone } = organisation.profile;
      const held = rows.map((row) => ({ ...row, arrivedOn: localDay(row.at, timeZone) }));
      const due = filesDue(held, { ...stored, today: todayAt(organisation, now) });
      let current = stored;
      for (const event of due) {
        current = await recordChange(scope, current, { event, actor }, now);
        await scope.tx.storedFile.updateMany({
          where: { id: { in: [...event.fileIds] } },
          data: { name: null, fileKey: null },
        });
      }
      return { ok: true as const, destroyed: due.reduce((count, { fileIds }) => count + fileIds.length, 0) };
    }),
  );
  return done ?? refuse("changed_meanwhile");
}

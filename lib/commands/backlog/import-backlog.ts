import "server-only";
import { backlogDesk, backlogSettings, backlogTable, sameness, samenessHere } from "@/lib/db/backlog-imports";
import { appendOrganisationEvent } from "@/lib/db/event-store";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { todayAt } from "@/lib/db/request-store";
import type { SystemActor } from "@/lib/domain/actor";
import { readBacklogRow } from "@/lib/domain/backlog/row";
import type { Filing } from "@/lib/domain/filing";
import { fileRequest } from "../file-request";

type Import = { organisation: Organisation; id: string };
type Counted = "filed" | "known" | "ended" | "mistakes";

/**
 * Files the rows of a started import one by one, each on its true day, each in a transaction of its own. Killed in the
 * middle, it goes on at the row where it stopped; a row that was filed and not counted is found by its filing key. A request
 * of the same address, day and rights that is here already is not filed again.
 */
export async function importBacklog(actor: SystemActor, { organisation, id }: Import, now: Date): Promise<void> {
  const row = await inOrganisation(organisation.id, ({ tx }) => tx.backlogImport.findUnique({ where: { id } }));
  if (row?.state !== "running") return;
  const table = backlogTable(row, now);
  const settings = backlogSettings(row);
  if (table && settings) {
    const desk = backlogDesk(organisation, now);
    for (let line = row.next; line < table.rows.length; line += 1) {
      const read = readBacklogRow(table.rows[line] ?? [], settings, desk);
      const counted =
        read.is === "request"
          ? await fileRow(actor, { organisation, filing: read.filing, filingKey: `backlog:${id}:${line}` }, now)
          : read.is === "ended"
            ? "ended"
            : "mistakes";
      await inOrganisation(organisation.id, ({ tx }) =>
        tx.backlogImport.update({ where: { id }, data: { next: line + 1, [counted]: { increment: 1 } } }),
      );
    }
  }
  await finish(actor, { organisation, id }, now);
}

async function fileRow(
  actor: SystemActor,
  row: { organisation: Organisation; filing: Filing; filingKey: string },
  now: Date,
): Promise<Counted> {
  const { organisation, filing, filingKey } = row;
  const isKnown = await inOrganisation(organisation.id, async (scope) =>
    (await samenessHere(scope, [filing], filingKey)).has(sameness(filing, scope)),
  );
  if (isKnown) return "known";
  const filed = await fileRequest(actor, row, now);
  return filed.ok ? "filed" : "mistakes";
}

async function finish(actor: SystemActor, { organisation, id }: Import, now: Date): Promise<void> {
  await inOrganisation(organisation.id, async (scope) => {
    const { count } = await scope.tx.backlogImport.updateMany({
      where: { id, state: "running" },
      data: { state: "done", finishedAt: now },
    });
    if (count !== 1) return;
    const row = await scope.tx.backlogImport.findUniqueOrThrow({ where: { id } });
    const { filed, known, ended, mistakes } = row;
    const event = { type: "BacklogImported", importId: id, ...{ filed, known, ended, mistakes } };
    await appendOrganisationEvent(scope, { event, actor, at: now, day: todayAt(organisation, now) });
  });
}

import "server-only";
import { backlogDesk, backlogSettings, backlogTable, sameness, samenessHere } from "@/lib/db/backlog-imports";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import type { StaffActor } from "@/lib/domain/actor";
import type { BacklogTable } from "@/lib/domain/backlog/import";
import { type BacklogDesk, type BacklogRow, type BacklogSettings, readBacklogRow } from "@/lib/domain/backlog/row";
import type { Filing } from "@/lib/domain/filing";
import type { BacklogImport } from "@/lib/generated/prisma/client";

export type BacklogState = "uploaded" | "running" | "done";

/** A row of the file that stays out, with why. Lines are counted as a spreadsheet does: the headings are line 1. */
export type BacklogMistake = { line: number; because: readonly string[]; cells: readonly string[] };

/** What a run would do now, without doing it. */
export type BacklogTrial = {
  requests: number;
  /** Asked by the same address, on the same day, for the same: here already, or twice in the file. */
  known: number;
  ended: number;
  mistakes: readonly BacklogMistake[];
  /** The first requests as they would be filed. */
  first: readonly { line: number; filing: Filing }[];
};

export type BacklogView = {
  id: string;
  state: BacklogState;
  at: Date;
  rows: number;
  done: { next: number; filed: number; known: number; ended: number; mistakes: number };
  settings: BacklogSettings | null;
  /** Null once the rows were destroyed. */
  table: BacklogTable | null;
  /** Null before anybody chose the columns, and without the rows. */
  trial: BacklogTrial | null;
};

const shownRequests = 8;

/** The imports that somebody began, the newest first. */
export async function ownBacklogs(actor: StaffActor): Promise<readonly Omit<BacklogView, "table" | "trial">[]> {
  const rows = await inOrganisation(actor.organisationId, ({ tx }) =>
    tx.backlogImport.findMany({ where: { staffId: actor.staffId }, orderBy: { at: "desc" }, take: 10 }),
  );
  return rows.map(headOf);
}

/** One import with what it would do; null for everybody but whoever uploaded it. */
export async function backlogView(
  actor: StaffActor,
  { organisation, id }: { organisation: Organisation; id: string },
  now: Date,
): Promise<BacklogView | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  return inOrganisation(actor.organisationId, async (scope) => {
    const row = await scope.tx.backlogImport.findFirst({ where: { id, staffId: actor.staffId } });
    if (!row) return null;
    const head = headOf(row);
    const table = backlogTable(row, now);
    const trial =
      table && head.settings && head.state === "uploaded"
        ? await trialOf(scope, { table, settings: head.settings, desk: backlogDesk(organisation, now) })
        : null;
    return { ...head, table, trial };
  });
}

function headOf(row: BacklogImport): Omit<BacklogView, "table" | "trial"> {
  const { id, at, rows, next, filed, known, ended, mistakes } = row;
  const done = { next, filed, known, ended, mistakes };
  return { id, at, rows, done, state: row.state as BacklogState, settings: backlogSettings(row) };
}

async function trialOf(
  scope: Scope,
  { table, settings, desk }: { table: BacklogTable; settings: BacklogSettings; desk: BacklogDesk },
): Promise<BacklogTrial> {
  const read = table.rows.map((cells, place) => ({
    line: place + 2,
    cells,
    row: readBacklogRow(cells, settings, desk),
  }));
  const asked = read.flatMap(({ line, row }) => (isRequest(row) ? [{ line, filing: row.filing }] : []));
  const seen = new Set(
    await samenessHere(
      scope,
      asked.map(({ filing }) => filing),
    ),
  );
  const fresh = asked.filter(({ filing }) => {
    const same = sameness(filing, scope);
    return !seen.has(same) && seen.add(same);
  });
  return {
    requests: fresh.length,
    known: asked.length - fresh.length,
    ended: read.filter(({ row }) => row.is === "ended").length,
    mistakes: read.flatMap(({ line, cells, row }) =>
      row.is === "mistake" ? [{ line, cells, because: row.because }] : [],
    ),
    first: fresh.slice(0, shownRequests),
  };
}

function isRequest(row: BacklogRow): row is Extract<BacklogRow, { is: "request" }> {
  return row.is === "request";
}

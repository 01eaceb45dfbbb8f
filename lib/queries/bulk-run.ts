import "server-only";
import { inOrganisation } from "@/lib/db/organisation-scope";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkStep, bulkRefusal } from "@/lib/domain/bulk";
import type { State } from "@/lib/domain/lifecycle";
import type { Refusal } from "@/lib/domain/refusal";
import { staffNames } from "./staff-names";

export type BulkOutcome = "done" | Refusal;

export type BulkLine = {
  reference: string;
  state: State;
  /** As it was taken; before that, what the look over expects. */
  outcome: BulkOutcome;
  /** How setting it back went; null where nobody tried. */
  undone: BulkOutcome | null;
};

export type BulkView = {
  id: string;
  step: BulkStep;
  state: "planned" | "running" | "done" | "undoing" | "undone";
  /** Name of the new owner; null for nobody, or another step. */
  to: string | null;
  by: string;
  mine: boolean;
  chosenFrom: string;
  rows: number;
  /** Rows that are settled, of the taking or of the setting back. */
  settled: number;
  /** Those that fail, or are expected to, first. */
  lines: readonly BulkLine[];
};

/** A run with every row's outcome, failures first; null when there is none in the reader's organisation. At most 1,000 rows. */
export async function bulkRun(actor: StaffActor, runId: string): Promise<BulkView | null> {
  return inOrganisation(actor.organisationId, async ({ tx }) => {
    const run = await tx.bulkRun.findUnique({ where: { id: runId } });
    if (!run) return null;
    const rows = await tx.bulkRow.findMany({
      where: { runId },
      orderBy: { place: "asc" },
      include: { request: { select: { reference: true, state: true, wrappedKey: true } } },
    });
    const names = await staffNames({ tx }, [run.staffId, ...(run.assignTo ? [run.assignTo] : [])]);
    const step = run.step as BulkStep;
    const lines = rows.map(({ request, result, undone }): BulkLine => {
      const state = request.state as State;
      const expected = bulkRefusal(step, { state, purged: request.wrappedKey === null }) ?? "done";
      return {
        reference: request.reference,
        state,
        outcome: (result as BulkOutcome | null) ?? expected,
        undone: undone as BulkOutcome | null,
      };
    });
    const undo = run.state === "undoing" || run.state === "undone";
    const failed = ({ outcome, undone: back }: BulkLine) => (undo ? (back ?? outcome) : outcome) !== "done";
    return {
      id: run.id,
      step,
      state: run.state as BulkView["state"],
      to: run.assignTo ? (names.get(run.assignTo) ?? "somebody who left") : null,
      by: names.get(run.staffId) ?? "somebody who left",
      mine: run.staffId === actor.staffId,
      chosenFrom: run.chosenFrom,
      rows: run.rows,
      settled: rows.filter(({ result, undone }) => (undo ? undone !== null || result !== "done" : result !== null))
        .length,
      lines: [...lines.filter(failed), ...lines.filter((line) => !failed(line))],
    };
  });
}

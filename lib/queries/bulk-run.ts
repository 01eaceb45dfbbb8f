import "server-only";
import { bulkChangeOf } from "@/lib/db/bulk-runs";
import { filledFor } from "@/lib/db/filled-template";
import { dayFromRow } from "@/lib/db/law-day";
import { inOrganisation, type Scope } from "@/lib/db/organisation-scope";
import type { Organisation } from "@/lib/db/organisations";
import { loadRequest, personOf, todayAt } from "@/lib/db/request-store";
import type { StaffActor } from "@/lib/domain/actor";
import { type BulkChange, type BulkFacts, type BulkStep, bulkRefusal } from "@/lib/domain/bulk";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type Language, readLanguage } from "@/lib/domain/language";
import { mayTake, type State } from "@/lib/domain/lifecycle";
import type { Refusal } from "@/lib/domain/refusal";
import type { PrivacyRequest } from "@/lib/generated/prisma/client";
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

export type BulkPreview = { language: Language; count: number; reference: string; to: string; words: string };

export type BulkView = {
  id: string;
  step: BulkStep;
  state: "planned" | "running" | "done" | "undoing" | "undone";
  /** Name of the new owner; null for nobody, or another step. */
  to: string | null;
  /** The day until which they sleep, and the template that they are written to with; null for other steps. */
  until: CalendarDate | null;
  template: string | null;
  /** The note that each of them gets; null for other steps, and once it was worked off. */
  note: string | null;
  /** What was written for it is held no more, so nothing can come of it. */
  wordsGone: boolean;
  /** In each language that somebody reads: how many can, and how the first of them will read it. */
  previews: readonly BulkPreview[];
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
export async function bulkRun(
  actor: StaffActor,
  { organisation, runId }: { organisation: Organisation; runId: string },
  now: Date,
): Promise<BulkView | null> {
  if (actor.organisationId !== organisation.id) return null;
  return inOrganisation(organisation.id, async (scope) => {
    const { tx } = scope;
    const run = await tx.bulkRun.findUnique({ where: { id: runId } });
    if (!run) return null;
    const rows = await tx.bulkRow.findMany({
      where: { runId },
      orderBy: { place: "asc" },
      include: { request: { select: columns } },
    });
    const names = await staffNames({ tx }, [run.staffId, ...(run.assignTo ? [run.assignTo] : [])]);
    const step = run.step as BulkStep;
    const change = bulkChangeOf(run);
    const planned = run.state === "planned";
    const today = todayAt(organisation, now);
    const lines = rows.map(({ request, result, undone }): BulkLine & { language: string } => {
      const facts = factsOf(request);
      const expected = change ? (bulkRefusal(change, facts, today) ?? "done") : "bulk_words_gone";
      return {
        reference: request.reference,
        state: facts.state,
        language: facts.language,
        outcome: (result as BulkOutcome | null) ?? expected,
        undone: undone as BulkOutcome | null,
      };
    });
    const able = lines.filter(({ outcome }) => outcome === "done");
    // What is written to a person, or about them, is read by whoever may look into requests.
    const reads = mayTake("inspect", actor.roles);
    const previews =
      reads && planned && change?.step === "message" ? await previewsOf(scope, organisation, change, able) : [];
    const undo = run.state === "undoing" || run.state === "undone";
    const failed = ({ outcome, undone: back }: BulkLine) => (undo ? (back ?? outcome) : outcome) !== "done";
    return {
      id: run.id,
      step,
      state: run.state as BulkView["state"],
      to: run.assignTo ? (names.get(run.assignTo) ?? "somebody who left") : null,
      until: run.until && dayFromRow(run.until),
      template: run.template,
      note: reads && change?.step === "note" ? change.words : null,
      wordsGone: planned && change === null,
      previews,
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

const columns = {
  reference: true,
  state: true,
  wrappedKey: true,
  dueOn: true,
  snoozedUntil: true,
  language: true,
} as const;

type Row = Pick<PrivacyRequest, keyof typeof columns>;

function factsOf({ state, wrappedKey, dueOn, snoozedUntil, language }: Row): BulkFacts {
  return {
    state: state as State,
    purged: wrappedKey === null,
    dueOn: dueOn && dayFromRow(dueOn),
    snoozedUntil: snoozedUntil && dayFromRow(snoozedUntil),
    language,
  };
}

/** One request of each language is opened, and no more. */
async function previewsOf(
  scope: Scope,
  organisation: Organisation,
  { texts }: Extract<BulkChange, { step: "message" }>,
  able: readonly { reference: string; language: string }[],
): Promise<BulkPreview[]> {
  const previews: BulkPreview[] = [];
  for (const [language, text] of Object.entries(texts)) {
    const readers = able.filter((line) => line.language === language);
    const first = readers[0];
    const stored = first && (await loadRequest(scope, organisation, { reference: first.reference }));
    if (!stored) continue;
    const person = personOf(stored);
    previews.push({
      language: readLanguage(language),
      count: readers.length,
      reference: stored.reference,
      to: person?.askerName ?? person?.name ?? "the person",
      words: filledFor(stored, text),
    });
  }
  return previews;
}

// Decides what the person is told of an erasure, line by line: erased, not found, kept until when and why, or still owed.
// Answers to GDPR Arts 12(3)–(4), 17 and 19; 11 CCR §7022(f); Colorado Rule 4.06. Signed, so that anyone can check it.
import { type CalendarDate, plusDays } from "../calendar-date";
import type { OrganisationProfile } from "../organisation";
import type { PlanLine } from "./erasure-plan";

/** What a system answered to the erasure; `on` is the day of the answer. Missing while it has not answered. */
export type EffectAnswer =
  | { kind: "done"; on: CalendarDate; counts: Readonly<Record<string, number>> }
  | { kind: "not_found"; on: CalendarDate }
  | { kind: "exception"; on: CalendarDate; reason: string };

export type StatementOutcome =
  | "erased"
  | "anonymised"
  | "not_found"
  | "kept_until"
  | "kept_while"
  | "exception"
  | "owed";

export type StatementLine = Pick<PlanLine, "system" | "systemName" | "category" | "name"> & {
  outcome: StatementOutcome;
  on?: CalendarDate;
  until?: CalendarDate;
  because?: string;
  law?: string;
};

/** Where was looked, by which kinds of identifiers (never their values), and when. */
export type Searched = { system: string; systemName: string; identifiers: readonly string[]; on: CalendarDate };

/** `head`: the newest entry of the request's record when this was said, so that it cannot be moved to another. */
export type ErasureStatement = {
  kind: "habeas-erasure-statement";
  version: 1;
  reference: string;
  organisation: { slug: string; name: string };
  askedOn: CalendarDate;
  statedOn: CalendarDate;
  searched: readonly Searched[];
  lines: readonly StatementLine[];
  backups: { overwrittenBy: CalendarDate } | null;
  anonymisedMayRemain: boolean;
  head: string;
};

/** A line of the plan with what came of it. */
export function statementLine(line: PlanLine, answer: EffectAnswer | undefined): StatementLine {
  const { system, systemName, category, name, action, until, because, law } = line;
  const place = { system, systemName, category, name };
  if (action === "keep_until" || action === "keep_while") {
    const outcome = action === "keep_until" ? "kept_until" : "kept_while";
    return { ...place, outcome, ...(until && { until }), because, ...(law && { law }) };
  }
  if (answer === undefined) return { ...place, outcome: "owed", because };
  const { on } = answer;
  if (answer.kind === "exception") return { ...place, outcome: "exception", on, because: answer.reason };
  if (answer.kind === "not_found" || answer.counts[category] === 0) return { ...place, outcome: "not_found", on };
  return { ...place, outcome: action === "anonymise" ? "anonymised" : "erased", on, because };
}

/** All lines, in the plan's order. `answers` by system. */
export function statementLines(
  plan: readonly PlanLine[],
  answers: Readonly<Record<string, EffectAnswer>>,
): readonly StatementLine[] {
  return plan.map((line) => statementLine(line, answers[line.system]));
}

/** Whether the statement can go out: nothing is owed any more. */
export function isComplete(lines: readonly StatementLine[]): boolean {
  return lines.every(({ outcome }) => outcome !== "owed");
}

/** W17: the last copy is overwritten so many days after the last erasure; null where nothing went or none is promised. */
export function backupsAfter(
  lines: readonly StatementLine[],
  { backups }: Pick<OrganisationProfile, "backups">,
): { overwrittenBy: CalendarDate } | null {
  const days = lines
    .filter(({ outcome }) => outcome === "erased" || outcome === "anonymised")
    .flatMap(({ on }) => on ?? []);
  const last = days.toSorted().at(-1);
  return backups && last ? { overwrittenBy: plusDays(last, backups.overwrittenWithinDays) } : null;
}

// How the California metrics are given: full to the team; outside it small counts are hidden and so is what gives them away.
import { type DenialReason, denialReasons, type TypeMetrics } from "@/lib/domain/california-metrics";
import { publishedParts, publishedRow, type ShownCount, shownText, smallest } from "@/lib/domain/small-counts";
import type { CaliforniaChoice } from "./california-report";

/** One type's row, as it is written on the page and in the CSV. */
export type CaliforniaCells = {
  received: string;
  complied: string;
  denied: string;
  rest: string;
  median: string;
  mean: string;
  reasons: Readonly<Record<DenialReason, string>>;
};

export function californiaCells(metrics: TypeMetrics, form: CaliforniaChoice["form"]): CaliforniaCells {
  const { received, complied, denied, rest, reasons, responses, medianDays, meanDays } = metrics;
  const why = denialReasons.map((reason) => reasons[reason]);
  const outside = form === "public";
  const row = outside ? publishedRow([complied, denied, rest]) : { total: received, parts: [complied, denied, rest] };
  const [shownComplied = 0, shownDenied = 0, shownRest = 0] = row.parts;
  const shownWhy: readonly ShownCount[] = outside ? publishedParts(why, shownDenied) : why;
  // The days of four people are the days of each of them.
  const days = (value: number | null) => (outside && responses < smallest ? "not shown" : daysText(value));
  return {
    received: shownText(row.total),
    complied: shownText(shownComplied),
    denied: shownText(shownDenied),
    rest: shownText(shownRest),
    median: days(medianDays),
    mean: days(meanDays),
    reasons: Object.fromEntries(
      denialReasons.map((reason, place) => [reason, shownText(shownWhy[place] ?? 0)]),
    ) as Record<DenialReason, string>,
  };
}

function daysText(value: number | null): string {
  return value === null ? "none" : String(value);
}

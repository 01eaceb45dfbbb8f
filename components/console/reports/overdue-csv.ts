import { lastWordText, nextAction, whyLate } from "@/components/console/overdue-words";
import { asOfText } from "@/components/console/reports/as-of-text";
import { rightList } from "@/components/console/right-names";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { placeName } from "@/lib/domain/places";
import { recountedHow, reportDefinitions } from "@/lib/domain/report-definitions";
import type { LateRow } from "@/lib/queries/late-list";

const head = [
  "as of",
  "reference",
  "rights",
  "place",
  "was due",
  "days late",
  "extended",
  "waiting for",
  "last word",
  "next action",
  "owner",
] as const;

const figures = ["overdue", "overdue_extended"] as const;

/** The overdue table as rows of a CSV; under it the day that it speaks of and its definitions, as the page prints them. */
export function overdueCsvRows(
  late: readonly LateRow[],
  { asOf, timeZone }: { asOf: CalendarDate; timeZone: string },
): string[][] {
  return [
    [...head],
    ...late.map((row) => [
      asOf,
      row.reference,
      rightList(row.rights),
      placeName(row.country, row.region),
      row.dueOn,
      String(row.daysLate),
      row.extended ? "yes" : "no",
      whyLate(row),
      lastWordText(row),
      nextAction(row),
      row.owner ?? "nobody",
    ]),
    [],
    [`${late.length} overdue, ${asOfText(asOf, timeZone)}`],
    ...figures.map((figure) => [`${reportDefinitions[figure].name}: ${reportDefinitions[figure].counts}`]),
    [recountedHow],
  ];
}

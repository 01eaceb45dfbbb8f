import { californiaTypeWords, denialReasonWords, peopleWords } from "@/components/console/reports/california-words";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type CaliforniaMetrics, denialReasons } from "@/lib/domain/california-metrics";
import { recountedHow, reportDefinitions } from "@/lib/domain/report-definitions";
import { californiaCells } from "@/lib/forms/california-cells";
import type { CaliforniaChoice } from "@/lib/forms/california-report";

const columns = ["received", "complied", "denied", "rest"] as const;
const figures = ["california_received", "california_complied", "california_denied", "california_rest"] as const;

/** The metrics as rows of a CSV, each column's definition under them. */
export function californiaCsvRows(
  metrics: CaliforniaMetrics,
  { form, asOf }: Pick<CaliforniaChoice, "form"> & { asOf: CalendarDate },
): string[][] {
  return [
    [
      "year of receipt",
      "whose requests",
      "as of",
      "type",
      ...figures.map((figure) => reportDefinitions[figure].name.toLowerCase()),
      "median days",
      "mean days",
      ...denialReasons.map((reason) => `denied: ${denialReasonWords[reason]}`),
    ],
    ...metrics.types.map((type) => {
      const cells = californiaCells(type, form);
      return [
        String(metrics.year),
        peopleWords[metrics.people],
        asOf,
        californiaTypeWords[type.type],
        ...columns.map((column) => cells[column]),
        cells.median,
        cells.mean,
        ...denialReasons.map((reason) => cells.reasons[reason]),
      ];
    }),
    [],
    ...[...figures, "california_days" as const].map((figure) => [
      `${reportDefinitions[figure].name}: ${reportDefinitions[figure].counts}`,
    ]),
    [recountedHow],
  ];
}

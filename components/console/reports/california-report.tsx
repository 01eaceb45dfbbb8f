import { asOfText } from "@/components/console/reports/as-of-text";
import { californiaTypeWords, denialReasonWords, peopleWords } from "@/components/console/reports/california-words";
import { Definitions, FigureName } from "@/components/console/reports/definitions";
import { ReportNav } from "@/components/console/reports/report-nav";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DateInput } from "@/components/ui/date-input";
import { Heading } from "@/components/ui/heading";
import { Select } from "@/components/ui/select";
import { Table } from "@/components/ui/table";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type CaliforniaMetrics, denialReasons } from "@/lib/domain/california-metrics";
import { reportDefinitions } from "@/lib/domain/report-definitions";
import { californiaCells } from "@/lib/forms/california-cells";
import { type CaliforniaChoice, californiaAddress, californiaYears } from "@/lib/forms/california-report";

type CaliforniaReportProps = {
  metrics: CaliforniaMetrics;
  chosen: CaliforniaChoice;
  today: CalendarDate;
  timeZone: string;
  organisation: string;
  withPack: boolean;
};

/** The yearly metrics of 11 CCR §7102: one table to print or to copy into a privacy policy. */
export function CaliforniaReport({ metrics, chosen, today, timeZone, organisation, withPack }: CaliforniaReportProps) {
  const { year, people, form, asOf } = chosen;
  const title = `Privacy requests received in ${year}, ${peopleWords[people]}`;
  const rows = metrics.types.map((type) => ({ type: type.type, cells: californiaCells(type, form) }));
  return (
    <div className="flex flex-col gap-6">
      <ReportNav here="california" withPack={withPack} />
      <Heading over={`${organisation} · ${asOfText(asOf, timeZone)}`}>California metrics {year}</Heading>
      <Choice chosen={chosen} today={today} />
      <p className="max-w-measure">
        11 CCR §7102 asks a business that handles the personal information of ten million or more consumers of
        California in a year to publish these numbers by {calendarDayText(`${year + 1}-07-01` as CalendarDate)}, in its
        privacy policy or on a page linked from it.{" "}
        {people === "all"
          ? "It may report on all individuals if it says so; the numbers for consumers alone go to the Agency when it asks (§7102(b))."
          : null}
      </p>
      <Table
        caption={title}
        rows={rows}
        rowKey={({ type }) => type}
        columns={[
          { key: "type", title: "Type of request", rowHeader: true, cell: ({ type }) => californiaTypeWords[type] },
          { key: "received", ...named("california_received"), numeric: true, cell: ({ cells }) => cells.received },
          { key: "complied", ...named("california_complied"), numeric: true, cell: ({ cells }) => cells.complied },
          { key: "denied", ...named("california_denied"), numeric: true, cell: ({ cells }) => cells.denied },
          { key: "rest", ...named("california_rest"), numeric: true, cell: ({ cells }) => cells.rest },
          { key: "median", title: "Median days", numeric: true, cell: ({ cells }) => cells.median },
          { key: "mean", title: "Mean days", numeric: true, cell: ({ cells }) => cells.mean },
        ]}
      />
      <Table
        caption="Denied, by reason (optional)"
        rows={rows}
        rowKey={({ type }) => type}
        columns={[
          { key: "type", title: "Type of request", rowHeader: true, cell: ({ type }) => californiaTypeWords[type] },
          ...denialReasons.map((reason) => ({
            key: reason,
            title: denialReasonWords[reason],
            numeric: true,
            cell: ({ cells }: { cells: ReturnType<typeof californiaCells> }) => cells.reasons[reason],
          })),
        ]}
      />
      {form === "public" ? <WhyHidden /> : null}
      <Definitions of={californiaFigures} />
    </div>
  );
}

export const californiaFigures = [
  "california_received",
  "california_complied",
  "california_denied",
  "california_rest",
  "california_days",
] as const;

function named(figure: (typeof californiaFigures)[number]) {
  return { title: <FigureName figure={figure} />, word: reportDefinitions[figure].name };
}

function Choice({ chosen, today }: { chosen: CaliforniaChoice; today: CalendarDate }) {
  const [asOfYear, month, day] = chosen.asOf.split("-");
  return (
    <form
      method="get"
      action="/console/reports/california"
      aria-label="What is counted"
      className="flex flex-wrap items-end gap-x-4 gap-y-3"
      data-print="hide"
    >
      <Select
        name="year"
        label="Year"
        width={10}
        defaultValue={String(chosen.year)}
        options={californiaYears(today).map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="people"
        label="Whose requests"
        width={20}
        defaultValue={chosen.people}
        options={[
          { value: "california", label: "Consumers of California" },
          { value: "all", label: "All individuals" },
        ]}
      />
      <Select
        name="form"
        label="For whom"
        width={20}
        defaultValue={chosen.form}
        options={[
          { value: "team", label: "The team: every number" },
          { value: "public", label: "The public: small counts hidden" },
        ]}
      />
      <DateInput
        name="asOf"
        label="As of"
        defaultValue={{ day: String(Number(day)), month: String(Number(month)), year: asOfYear }}
      />
      <Button variant="secondary">Show</Button>
      <Button variant="secondary" icon="download" href={californiaAddress(chosen, "/console/reports/california/csv")}>
        CSV
      </Button>
    </form>
  );
}

function WhyHidden() {
  return (
    <p className="max-w-measure text-small text-quiet">
      Counts under five are not given, so that no number points at somebody, nor is what they could be counted from.
      Publish either the consumers of California or all individuals, not both: their difference would be a third table.
    </p>
  );
}

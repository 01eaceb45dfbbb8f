import { asOfText } from "@/components/console/reports/as-of-text";
import { Definitions, FigureName } from "@/components/console/reports/definitions";
import { DeskAges } from "@/components/console/reports/desk-ages";
import { DeskCohorts } from "@/components/console/reports/desk-cohorts";
import { DeskRates } from "@/components/console/reports/desk-rates";
import { LateTable } from "@/components/console/reports/late-table";
import { ReportNav } from "@/components/console/reports/report-nav";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Heading } from "@/components/ui/heading";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { type ReportFigure, reportDefinitions } from "@/lib/domain/report-definitions";
import { queueAddress, readQueueFilter } from "@/lib/forms/console-queue";
import type { DeskReport } from "@/lib/queries/desk-report";

type OverdueReportProps = {
  report: DeskReport;
  today: CalendarDate;
  organisation: string;
  timeZone: string;
  /** The list begins somewhere in its middle. */
  further: boolean;
  withPack: boolean;
  /** The reader may tell people about a delay. */
  mayWrite: boolean;
};

const figures: readonly ReportFigure[] = [
  "open",
  "due_soon",
  "overdue",
  "overdue_extended",
  "ageing",
  "cohorts",
  "on_time",
  "extensions",
  "refusals",
  "days_to_answer",
];

/** The DPO's page: four numbers, who is late and why, how old it all is, how each month ended, and how answers were. */
export function OverdueReport(props: OverdueReportProps) {
  const { report, today, organisation, timeZone, further, withPack, mayWrite } = props;
  const { asOf } = report.owed;
  return (
    <div className="flex flex-col gap-6">
      <ReportNav here="overdue" withPack={withPack} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Heading over={`${organisation} · ${asOfText(asOf, timeZone)}`}>Overdue</Heading>
        <AsOf asOf={asOf} />
      </div>
      <div className="flex flex-col gap-2">
        <Numbers owed={report.owed} linked={asOf === today} />
        <p className="max-w-measure text-small text-quiet">{reportDefinitions.overdue.counts}</p>
      </div>
      {mayWrite && report.owed.overdue > 0 && asOf === today ? (
        <div data-print="hide">
          <Button href="/console/reports/overdue/campaign">Write to all overdue</Button>
        </div>
      ) : null}
      <LateTable late={report.late} overdue={report.owed.overdue} asOf={asOf} further={further} />
      <DeskAges owed={report.owed} />
      <DeskCohorts cohorts={report.cohorts} />
      <DeskRates settled={report.settled} rights={report.rights} />
      <Definitions of={figures} />
    </div>
  );
}

function AsOf({ asOf }: { asOf: CalendarDate }) {
  const [year, month, day] = asOf.split("-");
  return (
    <div className="flex flex-wrap items-end gap-3" data-print="hide">
      <form method="get" action="/console/reports/overdue" className="flex flex-wrap items-end gap-3">
        <DateInput
          name="asOf"
          label="As of"
          defaultValue={{ day: String(Number(day)), month: String(Number(month)), year }}
        />
        <Button variant="secondary">Show</Button>
      </form>
      <Button variant="secondary" icon="download" href={`/console/reports/overdue/csv?asOf=${asOf}`}>
        CSV
      </Button>
    </div>
  );
}

function Numbers({ owed, linked }: { owed: DeskReport["owed"]; linked: boolean }) {
  const { open, dueSoon, soonDays, overdue, overdueAfterExtension } = owed;
  // The views of dates hold what is contested as well (061); these numbers count answers, and lead to exactly those.
  const soon = queueAddress(readQueueFilter({ view: "owed", q: `due:<${soonDays}d -due:overdue` }));
  const late = queueAddress(readQueueFilter({ view: "owed", q: "due:overdue" }));
  const numbers = [
    { label: "Open", value: open, href: "/console?view=owed", figure: "open" },
    { label: `Due within ${soonDays} days`, value: dueSoon, href: soon, figure: "due_soon" },
    { label: "Overdue", value: overdue, href: late, late: true, figure: "overdue" },
    {
      label: "Overdue after an extension",
      value: overdueAfterExtension,
      href: "#late",
      late: true,
      figure: "overdue_extended",
    },
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-12 gap-y-4 border-y border-line py-4 sm:flex sm:flex-wrap">
      {numbers.map(({ label, value, href, figure, ...rest }) => (
        <div key={label} className="flex flex-col-reverse justify-end">
          <dt className="text-small text-quiet">
            <FigureName figure={figure}>{label}</FigureName>
          </dt>
          <dd
            className={`figures text-[2rem] leading-tight font-semibold ${"late" in rest && value > 0 ? "text-late" : ""}`}
          >
            {linked || href.startsWith("#") ? (
              <a href={href} className="underline decoration-1 underline-offset-4" aria-label={`${value}: ${label}`}>
                {value}
              </a>
            ) : (
              value
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { lastWordText, nextAction, whyLate } from "@/components/console/overdue-words";
import { ReportNav } from "@/components/console/reports/report-nav";
import { rightList } from "@/components/console/right-names";
import { BarChart } from "@/components/ui/bar-chart";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DateInput } from "@/components/ui/date-input";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { StateTag } from "@/components/ui/state-tag";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { placeName } from "@/lib/domain/places";
import { recountedHow } from "@/lib/domain/report-definitions";
import type { LateRow, OverdueReport as Report } from "@/lib/queries/overdue";

type OverdueReportProps = {
  report: Report;
  today: CalendarDate;
  organisation: string;
  timeZone: string;
  withPack: boolean;
};

/** The DPO's page: four numbers, who is late and why, and how each month's receipts ended. */
export function OverdueReport({ report, today, organisation, timeZone, withPack }: OverdueReportProps) {
  const { asOf } = report;
  return (
    <div className="flex flex-col gap-6">
      <ReportNav here="overdue" withPack={withPack} />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <Heading over={`${organisation} · as of ${calendarDayText(asOf)}, end of day, ${timeZone}`}>Overdue</Heading>
        <AsOf asOf={asOf} />
      </div>
      <div className="flex flex-col gap-2">
        <Numbers report={report} linked={asOf === today} />
        <p className="max-w-measure text-small text-quiet">
          Overdue from the day after the date we work to, which is the earliest of the organisation's promise and the
          laws: some requests may be past the promise only, and still within the law.
        </p>
      </div>
      <Late rows={report.late} overdue={report.overdue} />
      <Cohorts report={report} />
      <p className="max-w-measure text-small text-quiet">
        {recountedHow} Requests whose address was not confirmed are left out.
      </p>
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

function Numbers({ report, linked }: { report: Report; linked: boolean }) {
  const { open, dueSoon, soonDays, overdue, overdueAfterExtension } = report;
  const numbers = [
    { label: "Open", value: open, href: "/console?view=owed" },
    { label: `Due within ${soonDays} days`, value: dueSoon, href: "/console?view=due" },
    { label: "Overdue", value: overdue, href: "/console?view=overdue", late: true },
    { label: "Overdue after an extension", value: overdueAfterExtension, href: "#late", late: true },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-12 gap-y-4 border-y border-line py-4 sm:flex sm:flex-wrap">
      {numbers.map(({ label, value, href, late }) => (
        <div key={label} className="flex flex-col-reverse justify-end">
          <dt className="text-small text-quiet">{label}</dt>
          <dd className={`figures text-[2rem] leading-tight font-semibold ${late && value > 0 ? "text-late" : ""}`}>
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

function Late({ rows, overdue }: { rows: readonly LateRow[]; overdue: number }) {
  return (
    <section id="late" aria-labelledby="late-title" className="flex flex-col gap-2">
      <Heading level={2} id="late-title">
        Late, the longest first
      </Heading>
      <Table
        caption="Overdue requests, the longest late first"
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        empty={
          <EmptyState title="Nothing was overdue on this day">Requests past their date stand here with why.</EmptyState>
        }
        columns={[
          {
            key: "days",
            title: "Late by",
            tight: true,
            cell: ({ daysLate, extended }) => (
              <>
                <StateTag tone="late" bare>
                  {daysLate} {daysLate === 1 ? "day" : "days"}
                </StateTag>
                {extended ? <span className="text-quiet"> extended</span> : null}
              </>
            ),
          },
          {
            key: "reference",
            title: "Request",
            rowHeader: true,
            tight: true,
            cell: ({ reference }) => (
              <TextLink href={`/console/requests/${reference}`}>
                <span className="figures">{reference}</span>
              </TextLink>
            ),
          },
          {
            key: "what",
            title: "What, where",
            cell: ({ rights, country, region }) => `${rightList(rights)} · ${placeName(country, region)}`,
          },
          { key: "due", title: "Was due", tight: true, cell: ({ dueOn }) => calendarDayText(dueOn) },
          { key: "why", title: "Why: waiting for", cell: whyLate },
          { key: "word", title: "Last word to the person", cell: lastWordText },
          { key: "next", title: "Next action", cell: nextAction },
          { key: "owner", title: "Owner", tight: true, cell: ({ owner }) => owner ?? "nobody" },
        ]}
      />
      {overdue > rows.length ? (
        <p className="text-quiet">
          These are the {rows.length} that are the longest late, of {overdue}. The CSV has all of them.
        </p>
      ) : null}
    </section>
  );
}

function Cohorts({ report }: { report: Report }) {
  const shown = report.cohorts.filter(({ onTime, late, open, ended }) => onTime + late + open + ended > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="cohorts-title" className="flex flex-col gap-3">
      <Heading level={2} id="cohorts-title">
        By month received
      </Heading>
      <BarChart
        id="cohorts"
        title="Requests by the month in which they were received"
        series={[
          { key: "onTime", label: "answered on time", pattern: "solid" },
          { key: "late", label: "late", pattern: "hatch" },
          { key: "open", label: "still open, not late", pattern: "dots" },
          { key: "ended", label: "withdrawn or lapsed", pattern: "hollow" },
        ]}
        bars={shown.map(({ month, onTime, late, open, ended }) => ({
          label: `${monthText(month)} · ${share(onTime, late)}`,
          values: { onTime, late, open, ended },
        }))}
        definition="On time: the answer was released on or before the date we worked to, which is the earliest of the laws and the promise; an extension counts only where the person was told in time. Late: released after it, or still owed past it. The share is on time out of on time and late."
      />
    </section>
  );
}

function share(onTime: number, late: number): string {
  return onTime + late === 0 ? "–" : `${Math.round((onTime / (onTime + late)) * 100)}%`;
}

function monthText(month: string): string {
  return new Intl.DateTimeFormat("en-GB", { month: "short", year: "2-digit", timeZone: "UTC" })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace("Sept", "Sep");
}

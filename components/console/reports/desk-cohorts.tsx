import { BarChart } from "@/components/ui/bar-chart";
import { Heading } from "@/components/ui/heading";
import { reportDefinitions } from "@/lib/domain/report-definitions";
import type { Cohort } from "@/lib/queries/figures-settled";

/** What became of each month's receipts. */
export function DeskCohorts({ cohorts }: { cohorts: readonly Cohort[] }) {
  const shown = cohorts.filter(({ onTime, late, open, ended }) => onTime + late + open + ended > 0);
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
        definition={reportDefinitions.cohorts.counts}
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

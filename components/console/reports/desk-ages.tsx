import { BarChart } from "@/components/ui/bar-chart";
import { Heading } from "@/components/ui/heading";
import { reportDefinitions } from "@/lib/domain/report-definitions";
import type { OwedFigures } from "@/lib/queries/figures";

/** How old what is open is, and how late what is late is, in bands. */
export function DeskAges({ owed }: { owed: Pick<OwedFigures, "ages" | "lateness" | "open" | "overdue"> }) {
  if (owed.open === 0) return null;
  return (
    <section aria-labelledby="ages-title" className="flex flex-col gap-6">
      <Heading level={2} id="ages-title">
        Age of what is open
      </Heading>
      <div className="flex flex-wrap gap-10">
        <BarChart
          id="ages"
          title="Open requests by days since receipt"
          series={[
            { key: "inTime", label: "not overdue", pattern: "solid" },
            { key: "overdue", label: "overdue", pattern: "hatch" },
          ]}
          bars={owed.ages.map(({ from, to, open, overdue }) => ({
            label: bandText(from, to),
            values: { inTime: open - overdue, overdue },
          }))}
          definition={reportDefinitions.ageing.counts}
        />
        {owed.overdue > 0 ? (
          <BarChart
            id="lateness"
            title="Overdue requests by days late"
            series={[{ key: "overdue", label: "overdue", pattern: "hatch" }]}
            bars={owed.lateness.map(({ from, to, overdue }) => ({ label: bandText(from, to), values: { overdue } }))}
            definition={reportDefinitions.overdue.counts}
          />
        ) : null}
      </div>
    </section>
  );
}

function bandText(from: number, to: number | null): string {
  return to === null ? `over ${from - 1}` : `${from}–${to}`;
}

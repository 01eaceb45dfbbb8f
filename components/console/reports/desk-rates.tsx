import { FigureName } from "@/components/console/reports/definitions";
import { rightNames } from "@/components/console/right-names";
import { Heading } from "@/components/ui/heading";
import { Table } from "@/components/ui/table";
import { extensionGrounds } from "@/lib/domain/extension-grounds";
import type { ReportFigure } from "@/lib/domain/report-definitions";
import type { RightFigures } from "@/lib/queries/figures-rights";
import type { SettledFigures } from "@/lib/queries/figures-settled";

type DeskRatesProps = { settled: SettledFigures; rights: readonly RightFigures[] };
type Rate = { figure: ReportFigure; name: string; value: string; of: string };

/** How the answers of the twelve months were: on time, extended, refused, and how long they took. Each figure says what it counts. */
export function DeskRates({ settled, rights }: DeskRatesProps) {
  const { answered, onTime, extended, taken } = settled;
  const decided = sum(rights, ({ granted, partly, refused }) => granted + partly + refused);
  const refused = sum(rights, ({ partly, refused: whole }) => partly + whole);
  const rates: readonly Rate[] = [
    { figure: "on_time", name: "On time", value: share(onTime, answered), of: `${onTime} of ${answered} answered` },
    { figure: "extensions", name: "Extended", value: share(extended, answered), of: `${extended} of ${answered}` },
    {
      figure: "refusals",
      name: "Refused, in whole or in part",
      value: share(refused, decided),
      of: `${refused} of ${decided} rights decided`,
    },
    { figure: "days_to_answer", name: "Median", value: daysText(taken.median), of: "from receipt to answer" },
    { figure: "days_to_answer", name: "90th percentile", value: daysText(taken.p90), of: "nine of ten by then" },
  ];
  return (
    <section aria-labelledby="rates-title" className="flex flex-col gap-4">
      <Heading level={2} id="rates-title">
        Answers of the last twelve months
      </Heading>
      <dl className="grid grid-cols-2 gap-x-10 gap-y-4 sm:flex sm:flex-wrap">
        {rates.map(({ figure, name, value, of }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-small">
              <FigureName figure={figure}>{name}</FigureName>
              <span className="block text-quiet">{of}</span>
            </dt>
            <dd className="figures text-h1 font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <Reasons settled={settled} rights={rights} />
    </section>
  );
}

function Reasons({ settled, rights }: DeskRatesProps) {
  const extensions = settled.extensionGrounds.map(({ ground, count }) => ({
    what: ground ? extensionGrounds[ground] : "No kind of reason recorded",
    count,
  }));
  const refusals = rights.flatMap(({ right, grounds }) =>
    grounds.map(({ result, ground, count }) => ({ right: rightNames[right], result, ground, count })),
  );
  return (
    <div className="flex flex-col gap-6">
      {extensions.length > 0 ? (
        <Table
          caption="Extended: the kinds of reason"
          rows={extensions}
          rowKey={({ what }) => what}
          columns={[
            { key: "what", title: "Reason", rowHeader: true, cell: ({ what }) => what },
            { key: "count", title: "Requests", numeric: true, cell: ({ count }) => count },
          ]}
        />
      ) : null}
      {refusals.length > 0 ? (
        <Table
          caption="Refused: the grounds"
          rows={refusals}
          rowKey={({ right, result, ground }) => `${right} ${result} ${ground}`}
          columns={[
            { key: "ground", title: "Ground", rowHeader: true, cell: ({ ground }) => ground },
            { key: "right", title: "Right", tight: true, cell: ({ right }) => right },
            {
              key: "result",
              title: "Outcome",
              tight: true,
              cell: ({ result }) => (result === "partly" ? "in part" : "in whole"),
            },
            { key: "count", title: "Times", numeric: true, cell: ({ count }) => count },
          ]}
        />
      ) : null}
    </div>
  );
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}

function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((part / whole) * 100)}%`;
}

function daysText(days: number | null): string {
  return days === null ? "–" : `${days} ${days === 1 ? "day" : "days"}`;
}

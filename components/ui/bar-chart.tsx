import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Table } from "@/components/ui/table";

/** One part of a bar. Series are told apart by pattern first, so the chart survives a black-and-white printer. */
export type Series = { key: string; label: string; pattern: "solid" | "hatch" | "dots" | "hollow" };
export type Bar = { label: string; values: Readonly<Record<string, number>> };

type BarChartProps = {
  /** Unique on the page: it names the patterns. */
  id: string;
  title: string;
  series: readonly Series[];
  bars: readonly Bar[];
  /** What is counted and how; printed under the chart. */
  definition: ReactNode;
  tableSummary?: string;
};

// In CSS pixels: the chart grows with its bars instead of stretching them, and its words keep their size on a telephone.
const slot = 57;
const height = 236;
const gutter = { left: 36, bottom: 42, top: 10 };

/** Stacked columns with their legend, definition and table. No script, no colour needed. A label's parts, set apart by " · ", stand under each other. */
export function BarChart({
  id,
  title,
  series,
  bars,
  definition,
  tableSummary = "The numbers as a table",
}: BarChartProps) {
  const top = niceTop(Math.max(1, ...bars.map((bar) => total(bar, series))));
  const plot = height - gutter.bottom - gutter.top;
  const width = gutter.left + slot * Math.max(5, bars.length);
  const bar = slot * 0.62;
  const y = (value: number) => gutter.top + plot - (value / top) * plot;
  return (
    <figure className="max-w-[45rem]">
      <figcaption className="mb-2">
        <span className="font-semibold">{title}</span>
        <span className="mt-1 flex flex-wrap gap-x-5 text-small text-quiet">
          {series.map((one) => (
            <span key={one.key} className="inline-flex items-center gap-2">
              <svg aria-hidden="true" viewBox="0 0 16 12" className="h-3 w-4 text-accent">
                <rect x=".5" y=".5" width="15" height="11" fill={fill(id, one)} stroke="currentColor" />
              </svg>
              {one.label}
            </span>
          ))}
        </span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={title}>
        <svg
          {...{ width, height }}
          viewBox={`0 0 ${width} ${height}`}
          aria-hidden="true"
          className="figures max-w-none text-accent"
        >
          <Patterns id={id} />
          {[0, top / 2, top].map((value) => (
            <g key={value}>
              <line x1={gutter.left} x2={width} y1={y(value)} y2={y(value)} className="stroke-line" />
              <text x={gutter.left - 8} y={y(value) + 4} textAnchor="end" fontSize="12" className="fill-quiet">
                {value}
              </text>
            </g>
          ))}
          {bars.map((one, index) => {
            const x = gutter.left + slot * index + (slot - bar) / 2;
            let under = 0;
            return (
              <g key={one.label}>
                {series.map((part) => {
                  const value = one.values[part.key] ?? 0;
                  const from = under;
                  under += value;
                  return value === 0 ? null : (
                    <rect
                      key={part.key}
                      x={x}
                      y={y(under)}
                      width={bar}
                      height={y(from) - y(under)}
                      fill={fill(id, part)}
                      stroke="currentColor"
                    />
                  );
                })}
                {one.label.split(" · ").map((line, row) => (
                  <text
                    key={line}
                    x={x + bar / 2}
                    y={height - 24 + row * 16}
                    textAnchor="middle"
                    fontSize="12"
                    className="fill-quiet"
                  >
                    {line}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      </section>
      <p className="mt-2 max-w-measure text-small text-quiet">{definition}</p>
      <Details summary={tableSummary}>
        <Table
          caption={title}
          captionHidden
          rows={bars}
          rowKey={(row) => row.label}
          columns={[
            { key: "label", title: "", cell: (row) => row.label, rowHeader: true },
            ...series.map((one) => ({
              key: one.key,
              title: one.label,
              numeric: true,
              cell: (row: Bar) => row.values[one.key] ?? 0,
            })),
          ]}
        />
      </Details>
    </figure>
  );
}

function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="fill-paper" />
        <line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" strokeWidth="3" />
      </pattern>
      <pattern id={`${id}-dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-paper" />
        <circle cx="3" cy="3" r="1.3" fill="currentColor" />
      </pattern>
    </defs>
  );
}

function fill(id: string, series: Series): string {
  if (series.pattern === "solid") return "currentColor";
  if (series.pattern === "hollow") return "var(--paper)";
  return `url(#${id}-${series.pattern})`;
}

function total(bar: Bar, series: readonly Series[]): number {
  return series.reduce((sum, one) => sum + (bar.values[one.key] ?? 0), 0);
}

/** The next round number that halves into a whole one: 2, 4, 10, 20, 30, 100 … */
function niceTop(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((f) => f * decade >= value && (f * decade) % 2 === 0) ?? 10;
  return Math.max(2, step * decade);
}

import { lastWordText, nextAction, whyLate } from "@/components/console/overdue-words";
import { rightList } from "@/components/console/right-names";
import { calendarDayText } from "@/components/ui/calendar-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Heading } from "@/components/ui/heading";
import { StateTag } from "@/components/ui/state-tag";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { placeName } from "@/lib/domain/places";
import { lateAddress } from "@/lib/forms/late-place";
import type { LatePage, LateRow } from "@/lib/queries/late-list";

type LateTableProps = { late: LatePage; overdue: number; asOf: CalendarDate; further: boolean };

/** Who is late and why, the longest first, a page at a time. */
export function LateTable({ late, overdue, asOf, further }: LateTableProps) {
  const { rows, next } = late;
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
        columns={columns}
      />
      {further || next ? (
        <nav aria-label="Pages of the list" data-print="hide" className="flex flex-wrap items-baseline gap-x-6">
          {further ? <TextLink href={lateAddress(asOf, null)}>From the longest late</TextLink> : null}
          {next ? <TextLink href={lateAddress(asOf, next)}>Next {rows.length}</TextLink> : null}
          <span className="text-small text-quiet">{overdue} in all; the CSV has every one of them.</span>
        </nav>
      ) : null}
    </section>
  );
}

const columns: readonly Column<LateRow>[] = [
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
];

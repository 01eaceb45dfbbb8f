import { calendarDayText } from "@/components/ui/calendar-day";
import { fieldId } from "@/components/ui/mistakes";
import { Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { type CalendarDate, daysBetween } from "@/lib/domain/calendar-date";
import { type DelayRule, delayDate } from "@/lib/domain/delay-dates";
import { untilField } from "@/lib/forms/delay-campaign";
import { many, one, type Typed } from "@/lib/forms/kept-values";
import type { AwaitingRow } from "@/lib/queries/delay-campaign";

type CampaignListProps = {
  rows: readonly AwaitingRow[];
  rule: DelayRule;
  typed: Typed | null;
  today: CalendarDate;
  mistake: string | undefined;
};

/** Who is written to, and the day that each is given. A box that is not ticked sends nothing. */
export function CampaignList({ rows, rule, typed, today, mistake }: CampaignListProps) {
  const chosen = typed ? new Set(many(typed, "reference")) : null;
  const placed = rows.map((row, place) => ({
    ...row,
    isChosen: chosen?.has(row.reference) ?? true,
    until: typed ? one(typed, untilField(row.reference)) : delayDate(rule, place),
  }));
  return (
    <div id={fieldId("reference")} className="flex flex-col gap-2">
      {mistake ? <p className="font-semibold text-late">{mistake}</p> : null}
      <Table
        caption={`Who is written to: ${rows.length}`}
        rows={placed}
        rowKey={({ reference }) => reference}
        columns={[
          {
            key: "chosen",
            title: "Write",
            tight: true,
            cell: ({ reference, isChosen }) => (
              <input
                type="checkbox"
                name="reference"
                value={reference}
                defaultChecked={isChosen}
                aria-label={`Write about ${reference}`}
                className="size-5 accent-accent"
              />
            ),
          },
          {
            key: "request",
            title: "Request",
            rowHeader: true,
            tight: true,
            cell: ({ reference }) => (
              <TextLink href={`/console/requests/${reference}`}>
                <span className="figures">{reference}</span>
              </TextLink>
            ),
          },
          { key: "due", title: "Was due", tight: true, cell: ({ dueOn }) => calendarDayText(dueOn) },
          { key: "late", title: "Late by", tight: true, cell: ({ dueOn }) => lateText(daysBetween(dueOn, today)) },
          { key: "language", title: "Language", tight: true, cell: ({ language }) => language },
          {
            key: "until",
            title: "New day",
            tight: true,
            cell: ({ reference, until }) => (
              <input
                type="date"
                name={untilField(reference)}
                defaultValue={until}
                aria-label={`New day for ${reference}`}
                className="min-h-8 rounded border border-line-strong bg-raised px-2 hover:border-ink"
              />
            ),
          },
        ]}
      />
    </div>
  );
}

function lateText(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}

import { SettingsTabs } from "@/components/console/settings-tabs";
import { Button } from "@/components/ui/button";
import { calendarDayText } from "@/components/ui/calendar-day";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Heading } from "@/components/ui/heading";
import type { Mistakes } from "@/components/ui/mistakes";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { daysBetween } from "@/lib/domain/calendar-date";
import { type Refusal, refusals } from "@/lib/domain/refusal";
import type { SettingsChange } from "@/lib/domain/settings-change";
import { seenValue } from "@/lib/forms/console-settings-dates";
import type { MovingDates, MovingRequest } from "@/lib/queries/settings-dates";

export type DatesResult = readonly { reference: string; refusal: Refusal | null }[];

type DatesPageProps = {
  found: MovingDates;
  /** Open requests under earlier settings, counted to a thousand, whether their date would move or not. */
  under: number;
  /** What became of each request of the step that was just taken. */
  result: DatesResult | null;
  mistakes: Mistakes;
};

/** Which open requests the newest holidays and promise would move, and the question whether they shall. */
export function SettingsDatesPage({ found, under, result, mistakes }: DatesPageProps) {
  const { rows, changes, after, newest } = found;
  const may = rows.filter(({ refusal }) => refusal === null);
  const earlier = may.filter(({ from, to }) => to < from);
  const later = may.filter(({ from, to }) => to > from);
  const keep = rows.filter(({ refusal }) => refusal !== null);
  return (
    <div className="flex max-w-5xl flex-col gap-5">
      <ErrorSummary mistakes={mistakes} />
      {result ? <Result result={result} /> : null}
      <Heading lead="A request keeps the date it was promised. New holidays and another promise count for new requests, and for the ones you move here.">
        Dates under new settings
      </Heading>
      <SettingsTabs here="/console/settings/dates" />
      {rows.length === 0 ? <Nothing under={under} after={after} /> : null}
      {changes.map(({ under: version, change }) => (
        <Change key={version} under={version} newest={newest} change={change} />
      ))}
      {may.length > 0 ? (
        <form method="post" action="/console/settings/dates/adopt" className="flex flex-col gap-5">
          <input type="hidden" name="version" value={newest} />
          {may.map((row) => (
            <input key={row.reference} type="hidden" name="listed" value={seenValue(row)} />
          ))}
          <Moving title="Would be due earlier" id="earlier" rows={earlier} />
          <Moving title="Would be due later" id="later" rows={later} />
          <p className="max-w-measure text-quiet">Each person is told by letter of the old day and the new one.</p>
          <div className="flex flex-wrap gap-3">
            <Button name="which" value="chosen">
              Move the chosen ones
            </Button>
            <Button variant="secondary" name="which" value="listed">
              {`Move all ${may.length} listed`}
            </Button>
          </div>
        </form>
      ) : null}
      {keep.length > 0 ? (
        <Section title="Keep their date" id="keep">
          <Table
            caption="Requests that keep their date"
            captionHidden
            rows={keep}
            rowKey={({ reference }) => reference}
            columns={[...columns, { key: "why", title: "Why", cell: ({ refusal }) => refusal && refusals[refusal] }]}
          />
        </Section>
      ) : null}
      {after ? (
        <Pagination label="Pages" older={{ href: `/console/settings/dates?after=${after}`, label: "Next" }} />
      ) : null}
    </div>
  );
}

const columns: readonly Column<MovingRequest>[] = [
  {
    key: "reference",
    title: "Request",
    rowHeader: true,
    cell: ({ reference }) => <TextLink href={`/console/requests/${reference}`}>{reference}</TextLink>,
  },
  { key: "from", title: "Promised", tight: true, cell: ({ from }) => calendarDayText(from) },
  { key: "to", title: "New date", tight: true, cell: ({ to }) => calendarDayText(to) },
  { key: "by", title: "Moves by", tight: true, cell: ({ from, to }) => movedText(daysBetween(from, to)) },
];

function movedText(days: number): string {
  const size = Math.abs(days);
  return `${size} ${size === 1 ? "day" : "days"} ${days < 0 ? "earlier" : "later"}`;
}

function Moving({ title, id, rows }: { title: string; id: string; rows: readonly MovingRequest[] }) {
  if (rows.length === 0) return null;
  const choose: Column<MovingRequest> = {
    key: "choose",
    title: "Move",
    screenOnly: true,
    tight: true,
    cell: (row) => (
      <input
        type="checkbox"
        name="request"
        value={seenValue(row)}
        aria-label={`Move ${row.reference}`}
        className="size-5 cursor-pointer align-text-bottom accent-(--accent)"
      />
    ),
  };
  return (
    <Section title={title} id={id}>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ reference }) => reference}
        columns={[choose, ...columns]}
      />
    </Section>
  );
}

function Nothing({ under, after }: { under: number; after: string | null }) {
  if (after) return <EmptyState title="None of these would move">There are more on the next page.</EmptyState>;
  const said =
    under === 0
      ? "Every open request stands under the settings of today."
      : `${under === 1 ? "1 open request was" : `${under} open requests were`} promised under earlier settings, and both give the same dates.`;
  return <EmptyState title="No date would move">{said}</EmptyState>;
}

function Result({ result }: { result: DatesResult }) {
  const moved = result.filter(({ refusal }) => refusal === null);
  const kept = result.filter(({ refusal }) => refusal !== null);
  return (
    <Notice
      tone={kept.length > 0 ? "warning" : "success"}
      announce
      title={`${moved.length} moved${kept.length > 0 ? `, ${kept.length} not` : ""}`}
    >
      <ul className="flex flex-col gap-1">
        {result.map(({ reference, refusal }) => (
          <li key={reference}>
            {reference}: {refusal ? refusals[refusal] : "moved, and the person is told."}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Change({ under, newest, change }: { under: number; newest: number; change: SettingsChange }) {
  const { added, removed, promiseDays, publishedPeriodDays } = change;
  const lines = [
    promiseDays && `Promise: ${promiseDays.from} days before, ${promiseDays.to} now.`,
    publishedPeriodDays &&
      `Published period: ${publishedPeriodDays.from ?? "none"} before, ${publishedPeriodDays.to ?? "none"} now.`,
    added.length > 0 && `Holidays added: ${dayList(added)}.`,
    removed.length > 0 && `Holidays taken away: ${dayList(removed)}.`,
  ].filter((line) => typeof line === "string");
  return (
    <Section title={`What changed from settings ${under} to ${newest}`} id={`change-${under}`}>
      <ul className="flex max-w-measure list-disc flex-col gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}

const shownDays = 12;

function dayList(days: SettingsChange["added"]): string {
  const rest = days.length - shownDays;
  const shown = days
    .slice(0, shownDays)
    .map((day) => calendarDayText(day))
    .join(", ");
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

import type { QueueTableRow } from "@/components/console/queue-table";
import { calendarDayText } from "@/components/ui/calendar-day";
import { DueDate } from "@/components/ui/due-date";
import { StateTag } from "@/components/ui/state-tag";
import type { CalendarDate } from "@/lib/domain/calendar-date";
import { endedStates } from "@/lib/domain/lifecycle";

type DatesProps = { row: QueueTableRow; today: CalendarDate; soonDays: number };

/** The answer's date, and under it that of everything said against one. */
export function Dates({ row, today, soonDays }: DatesProps) {
  if (row.contests.length === 0) return <Due {...{ row, today, soonDays }} />;
  return (
    <span className="flex flex-col">
      <Due {...{ row, today, soonDays }} />
      {row.contests.map(({ kind, dueOn }) => (
        <span key={kind} className="flex flex-wrap items-baseline gap-x-1">
          <span className="font-semibold">{kind}</span>
          <DueDate due={dueOn} today={today} soonDays={soonDays} layout="aligned" />
        </span>
      ))}
    </span>
  );
}

function Due({ row, today, soonDays }: DatesProps) {
  if (endedStates.includes(row.state)) {
    return row.dueOn ? <span className="figures text-quiet">was {calendarDayText(row.dueOn)}</span> : "–";
  }
  if (!row.dueOn)
    return (
      <StateTag tone="stopped" bare>
        clock stopped
      </StateTag>
    );
  return (
    <>
      <DueDate due={row.dueOn} today={today} soonDays={soonDays} layout="aligned" />
      {row.internalOn ? <OwnDate on={row.internalOn} today={today} /> : null}
    </>
  );
}

/** Under the day of law, and never in its place. */
function OwnDate({ on, today }: { on: CalendarDate; today: CalendarDate }) {
  return (
    <span className={`figures block text-small ${on < today ? "font-semibold" : "text-quiet"}`}>
      ours: {calendarDayText(on)}
      {on < today ? ", over" : ""}
    </span>
  );
}

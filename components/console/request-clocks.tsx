import { rightList } from "@/components/console/right-names";
import type { ShownRequest } from "@/components/console/shown-request";
import { calendarDayText } from "@/components/ui/calendar-day";
import { ClockLines } from "@/components/ui/clock-lines";
import { Section } from "@/components/ui/section";
import type { Clock } from "@/lib/domain/clock";

/** Every clock with its arithmetic; the one we work to stands open. */
export function RequestClocks({ view }: { view: ShownRequest }) {
  const { clocks, workTo } = view.clock;
  const sorted = [...clocks].sort((left) => (isSame(left, workTo) ? -1 : 1));
  return (
    <Section
      title="Clock"
      id="clock"
      aside={clocks.length === 1 ? "1 clock" : `${clocks.length} clocks; we work to the earliest`}
    >
      {sorted.map((clock) => (
        <ClockLines
          key={`${clock.regime}:${clock.rights.join()}`}
          open={isSame(clock, workTo)}
          summary={summaryOf(clock, isSame(clock, workTo))}
          lines={clock.lines.map(({ text, citation, date, read }) => ({
            text,
            citation: read ? citation : `${citation} (not read at the source)`,
            date: date ? calendarDayText(date) : undefined,
          }))}
          note={noteOf(clock)}
        />
      ))}
      <p className="text-small text-quiet">Explanation of law, not legal advice.</p>
    </Section>
  );
}

function isSame(one: Clock, other: Clock): boolean {
  return one.regime === other.regime && one.rights.join() === other.rights.join();
}

function summaryOf(clock: Clock, worked: boolean): string {
  const when = clock.dueOn
    ? calendarDayText(clock.dueOn)
    : `stopped${clock.stopped ? ` since ${calendarDayText(clock.stopped.since)}` : ""}`;
  const which = clock.rights.length > 0 ? ` (${rightList(clock.rights).toLowerCase()})` : "";
  return `${clock.name}${which}: ${when}${worked ? " · the one we work to" : ""}`;
}

function noteOf(clock: Clock): string | undefined {
  const parts = [
    clock.acknowledgeBy ? `Acknowledge by ${calendarDayText(clock.acknowledgeBy)}.` : "",
    clock.safeOn ? `Safe internal date: ${calendarDayText(clock.safeOn)}.` : "",
    clock.extensionNoticeBy && clock.extendable && !clock.extended
      ? `An extension can be told until ${calendarDayText(clock.extensionNoticeBy)}.`
      : "",
    `Rule version ${clock.ruleVersion}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

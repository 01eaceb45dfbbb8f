import { calendarDayText, daysBetween } from "@/components/ui/calendar-day";
import { StateTag, type Tone } from "@/components/ui/state-tag";
import type { CalendarDate } from "@/lib/domain/calendar-date";

/** The words around the number of days, in the reader's language. */
export type DueWords = {
  today: string;
  tomorrow: string;
  inDays: (days: number) => string;
  late: (days: number) => string;
  stopped: string;
};

const englishDueWords: DueWords = {
  today: "due today",
  tomorrow: "due tomorrow",
  inDays: (days) => `due in ${days} days`,
  late: (days) => `late by ${days} ${days === 1 ? "day" : "days"}`,
  stopped: "clock stopped",
};

type DueDateProps = {
  due: CalendarDate;
  today: CalendarDate;
  /** From how many days before the due date it counts as soon. */
  soonDays: number;
  /** The law has stopped the clock: the date will move. */
  stopped?: boolean;
  locale?: string;
  words?: DueWords;
  /** `stacked`: two lines. `aligned`: in a table, the dates under each other. */
  layout?: "inline" | "stacked" | "aligned";
};

/** How a due date stands today. `late` begins on the day after it. */
export function dueTone(due: CalendarDate, today: CalendarDate, soonDays: number, stopped = false): Tone {
  if (stopped) return "stopped";
  const days = daysBetween(today, due);
  if (days < 0) return "late";
  return days <= soonDays ? "soon" : "on-time";
}

const outer = { inline: "flex-wrap gap-x-1", stacked: "flex-col", aligned: "gap-x-2 max-sm:flex-wrap" } as const;

/** "due in 3 days · Mon 14 Dec 2026": relative and absolute, word, shape and colour. */
export function DueDate(props: DueDateProps) {
  const { due, today, soonDays, stopped, locale, words = englishDueWords, layout = "inline" } = props;
  const tone = dueTone(due, today, soonDays, stopped);
  return (
    <span className={`figures inline-flex items-baseline ${outer[layout]}`}>
      <span className={layout === "aligned" ? "min-w-[8.5em]" : undefined}>
        <StateTag tone={tone} bare>
          {stopped ? words.stopped : relative(daysBetween(today, due), words)}
        </StateTag>
      </span>
      <span className={layout === "stacked" ? "pl-[1.15em] text-quiet" : "text-quiet"}>
        {layout === "inline" ? <span aria-hidden="true">· </span> : null}
        <time dateTime={due}>{calendarDayText(due, locale)}</time>
      </span>
    </span>
  );
}

function relative(days: number, words: DueWords): string {
  if (days < 0) return words.late(-days);
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  return words.inDays(days);
}

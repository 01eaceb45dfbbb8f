// Puts a clock into plain words: the arithmetic line by line with its sources, then every date that follows.
import { type CalendarDate, formatDay } from "@/lib/domain/calendar-date";
import type { Clock, ClockLine } from "@/lib/domain/clock";
import { lawOf } from "@/lib/domain/laws";

const dateWidth = "Wed 30 Sep 2026".length;
const labelWidth = "With an extension, answer by".length + 2;

/** One law's clock as text. */
export function clockInWords(clock: Clock): string {
  const { title } = lawOf(clock.regime);
  return [
    `${clock.name}: ${title}`,
    `Rule version ${clock.ruleVersion}`,
    "",
    "How we count",
    ...clock.lines.flatMap(lineInWords),
    "",
    "Dates",
    ...datesOf(clock).map(([label, date]) => `  ${label.padEnd(labelWidth)}${date}`),
  ].join("\n");
}

/** Which of several clocks to work to, and what the marks mean. */
export function closingWords(clocks: readonly Clock[], holidays: string): string {
  return [
    ...workTo(clocks),
    holidays,
    "The safe date is one working day before the due date; a law's date runs to the end of the day.",
    "[K] marks a source that was not read in its own text when the rule was written down; check it first.",
    "Habeas explains how the law is counted. It gives no legal advice.",
  ].join("\n");
}

function lineInWords(line: ClockLine): string[] {
  const date = (line.date ? formatDay(line.date) : "").padEnd(dateWidth);
  const indent = " ".repeat(dateWidth);
  return [`  ${date}  ${line.text}`, `  ${indent}  (${line.citation}${line.read ? "" : " [K]"})`];
}

function datesOf(clock: Clock): [string, string][] {
  const none = clock.stopped ? `stopped since ${formatDay(clock.stopped.since)}` : "no date in this law";
  const day = (date: CalendarDate | null, otherwise: string) => (date ? formatDay(date) : otherwise);
  const notKnown = "not in this law";
  return [
    ["The clock starts on", day(clock.startsOn, none)],
    ["Confirm receipt by", day(clock.acknowledgeBy, "not required by this law")],
    ["Answer by", day(clock.respondBy, none)],
    ["Tell of an extension by", day(clock.extensionNoticeBy, clock.extendable ? none : notKnown)],
    ["With an extension, answer by", day(clock.extendedRespondBy, clock.extendable ? none : notKnown)],
    [clock.extended ? "Due, with the extension told" : "Due", day(clock.dueOn, none)],
    ["Safe date", day(clock.safeOn, none)],
  ];
}

function workTo(clocks: readonly Clock[]): string[] {
  if (clocks.length < 2) return [];
  const dated = clocks.flatMap(({ dueOn, name }) => (dueOn ? [{ dueOn, name }] : []));
  const [first] = dated.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return [
    first
      ? `Work to the earliest: ${formatDay(first.dueOn)} (${first.name}).`
      : "No date while every clock stands still.",
  ];
}

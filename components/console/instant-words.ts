import { calendarDayText } from "@/components/ui/calendar-day";
import { localDay } from "@/lib/domain/calendar-date";

/** "Mon 14 Dec 2026, 16:05" on the wall clock of the organisation's place. */
export function instantText(instant: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  return `${calendarDayText(localDay(instant, timeZone))}, ${time.format(instant)}`;
}

/** "1 file", "3 files". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "240 kB", "1.4 MB". */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

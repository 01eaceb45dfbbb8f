import { calendarDayText } from "@/components/ui/calendar-day";
import type { AbsenceLine } from "@/lib/queries/absences";

/** "away until Thu 3 Dec 2026, Kim covers", or from when, and whom it really falls to. */
export function absenceWords(line: AbsenceLine): string {
  const days = line.now
    ? `away until ${calendarDayText(line.until)}`
    : `away from ${calendarDayText(line.from)} until ${calendarDayText(line.until)}`;
  return `${days}, ${coverWords(line)}`;
}

function coverWords({ now, cover, acting }: AbsenceLine): string {
  if (!cover) return "nobody covers";
  if (!now || acting?.id === cover.id) return `${cover.name} covers`;
  return acting ? `${acting.name} covers for ${cover.name}` : `nobody covers: ${cover.name} cannot`;
}

/** What is missing in a plan; null when somebody acts on each of its days. */
export function gapWords({ uncoveredOn }: AbsenceLine): string | null {
  if (!uncoveredOn) return null;
  return `On some of these days nobody acts, first on ${calendarDayText(uncoveredOn)}. Name somebody who is there.`;
}

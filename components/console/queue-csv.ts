import { rightList } from "@/components/console/right-names";
import { stateWords } from "@/components/console/state-words";
import { type CalendarDate, daysBetween } from "@/lib/domain/calendar-date";
import { owingStates } from "@/lib/domain/lifecycle";
import { placeName } from "@/lib/domain/places";
import { type QueueFilter, viewShown } from "@/lib/domain/queue";
import { printQuery } from "@/lib/forms/queue-language";
import type { QueueRow } from "@/lib/queries/queue";

export const queueCsvHead: readonly string[] = [
  "reference",
  "rights",
  "place",
  "state",
  "received",
  "due",
  "our own date",
  "days late",
  "owner",
  "extended",
  "proof",
  "contested by",
  "decide by",
];

/** One request as a line to take away. Nothing personal: the reference opens nothing by itself. */
export function queueCsvLine(row: QueueRow, today: CalendarDate, ownerName: (id: string) => string): string[] {
  const late = row.dueOn !== null && owingStates.includes(row.state) && row.dueOn < today;
  return [
    row.reference,
    rightList(row.rights),
    placeName(row.country, row.region),
    stateWords[row.state],
    row.receivedOn,
    row.dueOn ?? "",
    row.internalOn ?? "",
    late && row.dueOn ? String(daysBetween(row.dueOn, today)) : "",
    row.owner ? ownerName(row.owner) : "",
    row.extended ? "yes" : "no",
    row.proven,
    row.contests.map(({ kind }) => kind).join(", "),
    row.contestDueOn ?? "",
  ];
}

/** A filter for the record: its view and its query. That somebody was looked for is said, for whom is not. */
export function filterForRecord(filter: QueueFilter): string {
  const searched = filter.email || filter.name ? "one person" : filter.reference;
  const view = viewShown(filter);
  return [view && `view:${view}`, printQuery(filter.terms ?? {}), searched].filter(Boolean).join(" ") || "everything";
}

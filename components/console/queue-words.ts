import { rightNames } from "@/components/console/right-names";
import { calendarDayText } from "@/components/ui/calendar-day";
import { calendarDate } from "@/lib/domain/calendar-date";
import { placeName } from "@/lib/domain/places";
import type { QueueKey } from "@/lib/domain/queue";
import type { Right } from "@/lib/domain/right";

/** How staff say a word of the query language. */
export const keyNames: Readonly<Record<QueueKey, string>> = {
  status: "State",
  due: "Due",
  internal: "Our own date",
  received: "Received",
  right: "Right",
  place: "Place",
  assignee: "Owner",
  proof: "Proof",
  waiting: "Waiting for",
  system: "Waiting for the system",
  extended: "Extended",
  snoozed: "Snoozed",
  contest: "Contested",
  contestdue: "Decide by",
};

export const statusNames: Readonly<Record<string, string>> = {
  open: "open, any",
  done: "ended, any",
  unconfirmed: "not confirmed",
  new: "new",
  started: "in progress",
  waiting: "waiting for the person",
  prepared: "answer prepared",
  answered: "answered",
  closed: "closed",
  withdrawn: "withdrawn",
  lapsed: "lapsed",
};

type Named = readonly { value: string; label: string }[];

/** "within 7 days or overdue", "erasure", "Germany": one value of a key as a person says it. */
export function valueWords(key: QueueKey, value: string, owners: Named): string {
  switch (key) {
    case "status":
      return statusNames[value] ?? value;
    case "due":
      return value === "none" ? "no date, clock stopped" : spanWords(value, "within", "in more than");
    case "internal":
      return value === "none" ? "none set" : spanWords(value, "within", "in more than");
    case "contest":
      return value === "any" ? "by appeal or complaint" : `by ${value}`;
    case "contestdue":
      return spanWords(value, "within", "in more than");
    case "received":
      return spanWords(value, "in the last", "more than", " ago");
    case "right":
      return rightNames[value as Right].toLowerCase();
    case "place": {
      const [country = "", region] = value.split("-");
      return placeName(country, region);
    }
    case "assignee":
      return owners.find((owner) => owner.value === value)?.label ?? "somebody else";
    case "waiting":
      if (value === "system") return "a system";
      return value === "person" ? "the person" : "the approver";
    default:
      return value;
  }
}

function spanWords(value: string, under: string, over: string, after = ""): string {
  const [, side = "", count, day = ""] = /^([<>]?)(?:(\d+)d|(\d{4}-.*))$/.exec(value) ?? [];
  if (count) {
    const days = `${count} ${count === "1" ? "day" : "days"}`;
    return side === "<" ? `${under} ${days}` : `${over} ${days}${after}`;
  }
  if (!day) return value;
  const on = calendarDayText(calendarDate(day));
  return side === "" ? on : `${side === "<" ? "before" : "after"} ${on}`;
}

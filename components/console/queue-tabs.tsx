import { Tabs } from "@/components/ui/tabs";
import { type QueueFilter, type QueueView, queueAddress, queueViews } from "@/lib/forms/console-queue";

export const viewNames: Readonly<Record<QueueView, string>> = {
  open: "To work on",
  mine: "Mine",
  new: "New",
  unproven: "Unproven",
  due: "Due this week",
  overdue: "Overdue",
  waiting: "Waiting for the person",
  unassigned: "Unassigned",
  unconfirmed: "Unconfirmed",
  owed: "All open",
  done: "Answered and closed",
};

/** Views with counts. A view starts afresh: filters of the one before do not follow. */
export function QueueTabs({ filter, counts }: { filter: QueueFilter; counts: Readonly<Record<QueueView, number>> }) {
  const searching = filter.reference ?? filter.email ?? filter.name;
  const current = filter.view ?? (searching ? null : "open");
  return (
    <Tabs
      label="Views"
      tabs={queueViews.map((view) => ({
        href: queueAddress({}, view === "open" ? {} : { view }),
        label: viewNames[view],
        count: counts[view],
        current: view === current,
        ...(view === "overdue" ? { tone: "late" as const } : {}),
      }))}
    />
  );
}

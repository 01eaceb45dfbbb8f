import { Tabs } from "@/components/ui/tabs";
import { countedUpTo, type QueueFilter, type QueueView, queueViews, viewShown } from "@/lib/domain/queue";
import type { SavedView } from "@/lib/domain/queue-look";
import { addressParts, queueAddress } from "@/lib/forms/console-queue";

export const viewNames: Readonly<Record<QueueView, string>> = {
  open: "To work on",
  mine: "Mine",
  new: "New",
  unproven: "Unproven",
  week: "Due this week",
  due: "Due soon",
  overdue: "Overdue",
  contested: "Appeals and complaints",
  waiting: "Waiting for person",
  systems: "Waiting for a system",
  unassigned: "Unassigned",
  unconfirmed: "Unconfirmed",
  snoozed: "Snoozed",
  owed: "All open",
  done: "Done",
};

type QueueTabsProps = {
  filter: QueueFilter;
  counts: Readonly<Record<QueueView, number>>;
  saved: readonly SavedView[];
};

/** Views with counts, then the saved ones. A view starts afresh: filters of the one before do not follow. */
export function QueueTabs({ filter, counts, saved }: QueueTabsProps) {
  const current = viewShown(filter);
  const here = addressParts({ ...filter, cursor: undefined }).toString();
  const chosen = saved.find(({ query }) => query === here && query !== "");
  const standard = queueViews.map((view) => ({
    href: queueAddress({}, view === "open" ? {} : { view }),
    label: viewNames[view],
    count: counts[view],
    countedUpTo,
    current: !chosen && view === current,
    ...(view === "overdue" ? { tone: "late" as const } : {}),
  }));
  return (
    <div className="flex flex-col gap-2">
      <Tabs label="Views" tabs={standard} />
      {saved.length > 0 ? (
        <nav
          aria-label="Saved views"
          data-print="hide"
          className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small"
        >
          <span className="text-quiet">Saved</span>
          {saved.map(({ id, name, query, shared }) => (
            <a
              key={id}
              href={query === "" ? "/console" : `/console?${query}`}
              aria-current={chosen?.id === id ? "page" : undefined}
              className="inline-flex min-h-(--tap) items-center underline underline-offset-[0.2em] aria-[current]:font-semibold"
            >
              {name}
              {shared ? <span className="sr-only"> (everybody's)</span> : null}
            </a>
          ))}
        </nav>
      ) : null}
    </div>
  );
}

import { CompactSelect } from "@/components/console/compact-select";
import { placeOptions } from "@/components/console/place-options";
import { statusNames, valueWords } from "@/components/console/queue-words";
import { rightNames } from "@/components/console/right-names";
import { Button } from "@/components/ui/button";
import type { SelectOption } from "@/components/ui/select";
import { contestKinds } from "@/lib/domain/contest";
import type { QueueFilter, QueueKey } from "@/lib/domain/queue";
import { sortOf } from "@/lib/domain/queue-days";
import type { Right } from "@/lib/domain/right";
import { addressParts } from "@/lib/forms/console-queue";

type QueueFiltersProps = {
  filter: QueueFilter;
  owners: readonly SelectOption[];
  offered: readonly Right[];
};

const due: readonly SelectOption[] = [
  { value: "overdue", label: "overdue" },
  { value: "<7d", label: "within 7 days" },
  { value: "<14d", label: "within 14 days" },
  { value: "<30d", label: "within 30 days" },
  { value: "none", label: "no date" },
];
const internal: readonly SelectOption[] = [
  { value: "over", label: "over" },
  { value: "<7d", label: "within 7 days" },
  { value: "<14d", label: "within 14 days" },
  { value: "none", label: "none set" },
];
const contests: readonly SelectOption[] = [
  { value: "any", label: "appeal or complaint" },
  ...contestKinds.map((kind) => ({ value: kind, label: kind })),
];
const decideBy = due.filter(({ value }) => value !== "none");
const statuses: readonly SelectOption[] = Object.entries(statusNames).map(([value, label]) => ({ value, label }));

/** The query for those who do not type: each control writes one word of the same language, and goes by GET. */
export function QueueFilters({ filter, owners, offered }: QueueFiltersProps) {
  const rights = offered.map((right) => ({ value: right, label: rightNames[right] }));
  const control = (key: QueueKey, label: string, empty: string, options: readonly SelectOption[]) => {
    const chosen = asOne(filter, key);
    // What was typed and is not in the list is one more choice, so that sending this form changes nothing of it.
    const more =
      chosen && !options.some(({ value }) => value === chosen)
        ? [{ value: chosen, label: typedWords(key, chosen, owners) }]
        : [];
    return (
      <CompactSelect name={key} label={label} empty={empty} options={[...more, ...options]} defaultValue={chosen} />
    );
  };
  return (
    <form
      method="get"
      action="/console"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:grid max-sm:grid-cols-2 max-sm:items-end"
      aria-label="Filters"
    >
      {[...addressParts({ ...filter, cursor: undefined, order: undefined })].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {control("status", "State", "any", statuses)}
      {control("right", "Right", "any", rights)}
      {control("place", "Place", "any", placeOptions)}
      {control("assignee", "Owner", "anybody", owners)}
      {control("due", "Due", "any time", due)}
      {control("internal", "Our own date", "any", internal)}
      <CompactSelect
        name="order"
        label="Order"
        empty="by due date"
        options={[{ value: "internal", label: "by our own date" }]}
        defaultValue={filter.order}
      />
      {control("contest", "Contested", "or not", contests)}
      {sortOf(filter) === "contest" || filter.terms?.contestdue
        ? control("contestdue", "Decide by", "any time", decideBy)
        : null}
      <Button variant="secondary">Filter</Button>
    </form>
  );
}

/** A control's value: `erasure`, `DE,FR` or `-US`. What is both asked for and left out is written in the box only. */
function asOne({ terms }: QueueFilter, key: QueueKey): string | undefined {
  const { is = [], not = [] } = terms?.[key] ?? {};
  if (is.length > 0) return is.join(",");
  return not.length > 0 ? `-${not.join(",")}` : undefined;
}

function typedWords(key: QueueKey, chosen: string, owners: readonly SelectOption[]): string {
  const not = chosen.startsWith("-");
  const words = chosen
    .slice(not ? 1 : 0)
    .split(",")
    .map((value) => valueWords(key, value, owners));
  return `${not ? "not " : ""}${words.join(", ")}`;
}

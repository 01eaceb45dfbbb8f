import { CompactSelect } from "@/components/console/compact-select";
import { placeOptions } from "@/components/console/place-options";
import { rightNames } from "@/components/console/right-names";
import { stateWords } from "@/components/console/state-words";
import { Button } from "@/components/ui/button";
import { type FilterChip, FilterChips } from "@/components/ui/filter-chips";
import type { SelectOption } from "@/components/ui/select";
import { type State, states } from "@/lib/domain/lifecycle";
import { placeName } from "@/lib/domain/places";
import type { Right } from "@/lib/domain/right";
import { type QueueFilter, queueAddress } from "@/lib/forms/console-queue";

type QueueFiltersProps = {
  filter: QueueFilter;
  members: readonly { id: string; name: string }[];
  offered: readonly Right[];
};

const within: readonly SelectOption[] = [
  { value: "7", label: "within 7 days" },
  { value: "14", label: "within 14 days" },
  { value: "30", label: "within 30 days" },
];

/** The filters as one form that goes by GET, and what is on as chips that take themselves off. */
export function QueueFilters({ filter, members, offered }: QueueFiltersProps) {
  const owners = [
    { value: "me", label: "me" },
    { value: "none", label: "nobody" },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const kept = { view: filter.view, reference: filter.reference, email: filter.email, name: filter.name };
  const chips = chipsOf(filter, owners);
  return (
    <div className="flex flex-col gap-3">
      <form
        method="get"
        action="/console"
        className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:grid max-sm:grid-cols-2 max-sm:items-end"
        aria-label="Filters"
      >
        {Object.entries(kept).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <CompactSelect name="state" label="State" empty="any" options={stateOptions} defaultValue={filter.state} />
        <CompactSelect
          name="right"
          label="Right"
          empty="any"
          options={offered.map((right) => ({ value: right, label: rightNames[right] }))}
          defaultValue={filter.right}
        />
        <CompactSelect name="place" label="Place" empty="any" options={placeOptions} defaultValue={filter.place} />
        <CompactSelect name="owner" label="Owner" empty="anybody" options={owners} defaultValue={filter.owner} />
        <CompactSelect name="within" label="Due" empty="any time" options={within} defaultValue={filter.within} />
        <Button variant="secondary">Filter</Button>
      </form>
      {chips.length > 0 ? (
        <FilterChips
          label="Filters in use"
          chips={chips}
          clear={{ href: queueAddress({}, filter.view ? { view: filter.view } : {}), label: "Clear all" }}
        />
      ) : null}
    </div>
  );
}

const stateOptions: readonly SelectOption[] = states.map((state) => ({ value: state, label: stateWords[state] }));

function chipsOf(filter: QueueFilter, owners: readonly SelectOption[]): FilterChip[] {
  const chip = (label: string, off: Partial<QueueFilter>): FilterChip => ({
    label,
    href: queueAddress(filter, off),
    on: true,
  });
  const owner = owners.find(({ value }) => value === filter.owner)?.label ?? "somebody else";
  const [country, region] = (filter.place ?? "").split("-");
  return [
    filter.state && chip(`State: ${stateWords[filter.state satisfies State]}`, { state: undefined }),
    filter.right && chip(`Right: ${rightNames[filter.right].toLowerCase()}`, { right: undefined }),
    country && chip(`Place: ${placeName(country, region)}`, { place: undefined }),
    filter.owner && chip(`Owner: ${owner}`, { owner: undefined }),
    filter.within && chip(`Due within ${filter.within} days`, { within: undefined }),
    filter.reference && chip(`Reference: ${filter.reference}`, { reference: undefined }),
    filter.email && chip("The e-mail address you searched for", { email: undefined }),
    filter.name && chip("The name you searched for", { name: undefined }),
  ].filter((made) => made !== undefined && made !== "");
}

import { CompactSelect } from "@/components/console/compact-select";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { AuditFilter } from "@/lib/forms/console-audit";

type AuditFiltersProps = {
  filter: AuditFilter;
  members: readonly { id: string; name: string }[];
  types: readonly string[];
};

/** `AnswerReleased` → "answer released". */
function typeWords(type: string): string {
  return type.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

export function AuditFilters({ filter, members, types }: AuditFiltersProps) {
  const actors = [
    { value: "person", label: "the persons" },
    { value: "system", label: "by itself" },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const used = filter.reference ?? filter.actor ?? filter.type;
  return (
    <form
      method="get"
      action="/console/audit"
      aria-label="Filters"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:grid max-sm:grid-cols-2 max-sm:items-end"
    >
      <span className="inline-flex items-center gap-1.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-0.5">
        <label htmlFor="filter-reference" className="text-small text-quiet">
          Request
        </label>
        <input
          id="filter-reference"
          name="reference"
          defaultValue={filter.reference}
          spellCheck={false}
          autoComplete="off"
          className="figures min-h-8 w-32 rounded max-sm:w-full border border-line-strong bg-raised px-2 text-small hover:border-ink"
        />
      </span>
      <CompactSelect name="actor" label="Who" empty="anybody" options={actors} defaultValue={filter.actor} />
      <CompactSelect
        name="type"
        label="What"
        empty="anything"
        options={types.map((type) => ({ value: type, label: typeWords(type) }))}
        defaultValue={filter.type}
      />
      <Button variant="secondary">Filter</Button>
      {used ? (
        <TextLink href="/console/audit" alone>
          Clear
        </TextLink>
      ) : null}
    </form>
  );
}

import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
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
      className="flex flex-wrap items-end gap-x-3 gap-y-2"
    >
      <TextInput name="reference" label="Request" width={10} defaultValue={filter.reference} spellCheck={false} />
      <Select name="actor" label="Who" empty="anybody" width={10} options={actors} defaultValue={filter.actor} />
      <Select
        name="type"
        label="What"
        empty="anything"
        width={20}
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

import type { SelectOption } from "@/components/ui/select";

type CompactSelectProps = {
  name: string;
  label: string;
  /** The first choice, which filters nothing. */
  empty: string;
  options: readonly SelectOption[];
  defaultValue?: string | undefined;
};

/** A filter in one line: its word, and its choice beside it. For toolbars only; forms use `Select`. */
export function CompactSelect({ name, label, empty, options, defaultValue }: CompactSelectProps) {
  const id = `filter-${name}`;
  return (
    <span className="inline-flex items-center gap-1.5 max-sm:flex-col max-sm:items-stretch max-sm:gap-0.5">
      <label htmlFor={id} className="text-small text-quiet">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={defaultValue}
        className={`min-h-8 max-w-40 rounded max-sm:max-w-none border bg-raised px-1.5 text-small hover:border-ink ${
          defaultValue ? "border-accent font-semibold" : "border-line-strong"
        }`}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}

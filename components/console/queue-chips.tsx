import { keyNames, valueWords } from "@/components/console/queue-words";
import { type FilterChip, FilterChips } from "@/components/ui/filter-chips";
import { type Choice, type QueueFilter, type QueueKey, type QueueTerms, queueKeys } from "@/lib/domain/queue";
import { queueAddress } from "@/lib/forms/console-queue";
import { withChoice } from "@/lib/forms/queue-language";

type QueueChipsProps = { filter: QueueFilter; owners: readonly { value: string; label: string }[] };

/** What is on, in words. Each takes itself off; a name or an address was hashed before it came here and stays hidden. */
export function QueueChips({ filter, owners }: QueueChipsProps) {
  const chips = [...termChips(filter, owners), ...searchChips(filter)];
  if (chips.length === 0) return null;
  const clear = { href: queueAddress({}, filter.view ? { view: filter.view } : {}), label: "Clear all" };
  return <FilterChips label="Filters in use" chips={chips} clear={clear} />;
}

function termChips(filter: QueueFilter, owners: QueueChipsProps["owners"]): FilterChip[] {
  const { terms = {} } = filter;
  return queueKeys.flatMap((key) =>
    (["is", "not"] as const).flatMap((side) =>
      (terms[key]?.[side] ?? []).map((value) => ({
        label: `${keyNames[key]}: ${side === "not" ? "not " : ""}${valueWords(key, value, owners)}`,
        href: queueAddress(filter, { terms: without(terms, key, side, value) }),
        on: true,
      })),
    ),
  );
}

function without(terms: QueueTerms, key: QueueKey, side: keyof Choice, value: string): QueueTerms {
  const choice = terms[key] ?? { is: [], not: [] };
  return withChoice(terms, key, { ...choice, [side]: choice[side].filter((one) => one !== value) });
}

function searchChips(filter: QueueFilter): FilterChip[] {
  const { reference, email, name } = filter;
  const chip = (label: string, off: Partial<QueueFilter>) => ({ label, href: queueAddress(filter, off), on: true });
  return [
    ...(reference ? [chip(`Reference: ${reference}`, { reference: undefined })] : []),
    ...(email ? [chip("E-mail address: as typed (hidden)", { email: undefined })] : []),
    ...(name ? [chip("Name: as typed (hidden)", { name: undefined })] : []),
  ];
}

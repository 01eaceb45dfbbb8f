import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type FilterChip = { href: string; label: ReactNode; on?: boolean };
type FilterChipsProps = { label: string; chips: readonly FilterChip[]; clear?: { href: string; label: string } };

/** Filters as links. A chip that is on carries a cross and takes itself off; the address is the filter. */
export function FilterChips({ label, chips, clear }: FilterChipsProps) {
  return (
    <nav aria-label={label} data-print="hide">
      <ul className="flex flex-wrap items-center gap-2">
        {chips.map((chip) => (
          <li key={chip.href}>
            <a
              href={chip.href}
              className={classNames(
                "inline-flex min-h-[max(var(--tap),1.75rem)] items-center gap-1.5 rounded-full border px-3 text-small",
                "focus-visible:rounded-full",
                chip.on
                  ? "border-accent bg-accent-soft font-semibold text-ink"
                  : "border-line-strong text-ink hover:border-ink hover:bg-sunken",
              )}
            >
              {chip.on ? <VisuallyHidden>Remove filter: </VisuallyHidden> : null}
              {chip.label}
              {chip.on ? <Icon icon="cross" className="text-[0.8em]" /> : null}
            </a>
          </li>
        ))}
        {clear ? (
          <li>
            <a
              href={clear.href}
              className="inline-flex min-h-(--tap) items-center px-1 text-small text-accent-text underline"
            >
              {clear.label}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type PaginationProps = {
  label: string;
  newer?: { href: string; label?: string };
  older?: { href: string; label?: string };
  /** What is shown: "42 requests, 25 shown". */
  shown?: ReactNode;
};

/** Keyset paging: there are neighbours, no page numbers, so nothing is skipped while rows arrive. */
export function Pagination({ label, newer, older, shown }: PaginationProps) {
  const look =
    "inline-flex min-h-[max(var(--tap),1.75rem)] items-center gap-1 text-accent-text underline underline-offset-[0.2em]";
  return (
    <nav aria-label={label} data-print="hide" className="flex flex-wrap items-center gap-x-6 gap-y-1">
      {newer ? (
        <a href={newer.href} rel="prev" className={look}>
          <Icon icon="back" />
          {newer.label ?? "Newer"}
        </a>
      ) : null}
      {older ? (
        <a href={older.href} rel="next" className={look}>
          {older.label ?? "Older"}
          <Icon icon="forward" />
        </a>
      ) : null}
      {shown ? <span className="figures ml-auto text-quiet">{shown}</span> : null}
    </nav>
  );
}
